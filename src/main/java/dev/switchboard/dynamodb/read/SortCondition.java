package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.value.TypedValue;

/** A condition on the sort key of a query. */
public sealed interface SortCondition {
    /** The sort key compared with a value; every operator but {@link Comparison#NOT_EQUAL}, which DynamoDB does not have for keys. */
    record Compare(Comparison comparison, TypedValue value) implements SortCondition {
        public Compare {
            if (comparison == Comparison.NOT_EQUAL) {
                throw new IllegalArgumentException("a key cannot be compared with <>");
            }
        }
    }

    /** The sort key from low to high, both inclusive. */
    record Between(TypedValue low, TypedValue high) implements SortCondition {}

    /** The prefix of the sort key, a string or binary value. */
    record BeginsWith(TypedValue prefix) implements SortCondition {}
}
