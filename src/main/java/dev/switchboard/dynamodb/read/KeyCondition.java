package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key condition of a query: one partition, and optionally a part of it.
 *
 * @param partitionKey the name of the partition key of the table or index
 * @param sortKey the name of the sort key; null if there is none, then there is no condition on it either
 * @param sort the condition on the sort key; null for the whole partition
 */
public record KeyCondition(
        String partitionKey, TypedValue partition, @Nullable String sortKey, @Nullable SortCondition sort) {
    public KeyCondition {
        if (sortKey == null && sort != null) {
            throw new IllegalArgumentException("a condition on no sort key");
        }
    }

    /** Returns the condition as a tree, for its text. */
    public Filter filter() {
        Filter whole = new Filter.Compare(Operand.attribute(partitionKey), Comparison.EQUAL, new Operand.Literal(partition));
        if (sort == null || sortKey == null) {
            return whole;
        }
        Operand attribute = Operand.attribute(sortKey);
        Filter part = switch (sort) {
            case SortCondition.Compare(Comparison comparison, TypedValue value) ->
                new Filter.Compare(attribute, comparison, new Operand.Literal(value));
            case SortCondition.Between(TypedValue low, TypedValue high) ->
                new Filter.Between(attribute, new Operand.Literal(low), new Operand.Literal(high));
            case SortCondition.BeginsWith(TypedValue prefix) -> new Filter.BeginsWith(attribute, new Operand.Literal(prefix));
        };
        return new Filter.And(List.of(whole, part));
    }
}
