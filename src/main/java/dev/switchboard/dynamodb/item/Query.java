package dev.switchboard.dynamodb.item;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query on one partition.
 *
 * @param index the index to query; null for the table
 * @param partitionName the name of the partition key, a string attribute
 * @param sortName the name of the sort key, a string attribute
 * @param newestFirst whether items are returned in descending order of the sort key
 * @param limit the maximum number of items, at least 1
 * @param startAfter the end of the previous page; null for the first page
 * @param equals a filter of attribute names and required string values; may be empty. Excluded items consume capacity too
 * @param consistent whether to use a strongly consistent read, which consumes twice the capacity and is not possible on an index
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
            throw new IllegalArgumentException("the limit of a query must be at least 1: " + limit);
        }
    }

    /** Creates a query on a table with eventually consistent reads. */
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

    /** Returns the same query with strongly consistent reads. */
    public Query consistently() {
        return new Query(table, index, partitionName, partitionValue, sortName, sort, newestFirst, limit, startAfter, equals, true);
    }

    /** Returns the same query for the page after this key. */
    public Query after(@Nullable PageKey key) {
        return new Query(table, index, partitionName, partitionValue, sortName, sort, newestFirst, limit, key, equals, consistent);
    }
}
