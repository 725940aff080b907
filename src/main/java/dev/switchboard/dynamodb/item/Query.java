package dev.switchboard.dynamodb.item;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query of one partition.
 *
 * @param index the index to ask, null for the table itself
 * @param partitionName the partition key's attribute, a text
 * @param sortName the sort key's attribute, a text
 * @param newestFirst from the highest sort key down
 * @param limit rows wanted, at least 1
 * @param startAfter where a former page ended, null for the beginning
 * @param equals a filter: attributes and the texts that they must have; may be empty. Rows it leaves out cost as much as the others
 * @param consistent sees every write that has ended, at twice the price; not possible on an index
 */
public record Query(
        String table,
        @Nullable String index,
        String partitionName,
        String partitionValue,
        String sortName,
        SortKeyCondition sort,
        boolean newestFirst,
        int limit,
        @Nullable PageKey startAfter,
        Map<String, String> equals,
        boolean consistent) {

    public Query {
        equals = Map.copyOf(equals);
        if (limit < 1) {
            throw new IllegalArgumentException("a query for " + limit + " rows");
        }
    }

    /** A query of the table itself that is content with a read that may be a moment old. */
    public Query(
            String table,
            String partitionName,
            String partitionValue,
            String sortName,
            SortKeyCondition sort,
            boolean newestFirst,
            int limit,
            @Nullable PageKey startAfter,
            Map<String, String> equals) {
        this(table, null, partitionName, partitionValue, sortName, sort, newestFirst, limit, startAfter, equals, false);
    }

    /** The same, which sees every write that has ended. */
    public Query consistently() {
        return new Query(table, index, partitionName, partitionValue, sortName, sort, newestFirst, limit, startAfter, equals, true);
    }

    /** The same, from where a former page ended. */
    public Query after(@Nullable PageKey key) {
        return new Query(table, index, partitionName, partitionValue, sortName, sort, newestFirst, limit, key, equals, consistent);
    }
}
