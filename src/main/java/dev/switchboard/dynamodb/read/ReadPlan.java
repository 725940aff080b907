package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.scan.ScanOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a table: a query where there is a key condition, otherwise a scan.
 *
 * @param index the index to read; null for the table itself
 * @param key the key condition of a query; null for a scan
 * @param filter the condition on the items, which does not lower the cost; null for all items
 * @param projection the attributes to return; empty for all
 * @param descending whether a query returns the items in descending order of the sort key
 * @param limit the maximum number of items to return, after the filter; 0 for all
 * @param strong whether reads are strongly consistent, which costs twice the capacity and is not possible on a global index
 * @param segments the number of segments that a scan reads in parallel, 1 to {@value ScanOptions#MOST_SEGMENTS}; 1 for a query
 * @param rate a limit in read capacity units per second; 0 for none, {@link ScanOptions#USUAL_RATE} for the default of the environment
 */
public record ReadPlan(
        String table,
        @Nullable String index,
        @Nullable KeyCondition key,
        @Nullable Filter filter,
        List<AttributePath> projection,
        boolean descending,
        long limit,
        boolean strong,
        int segments,
        double rate) {
    public ReadPlan {
        projection = List.copyOf(projection);
        if (limit < 0 || segments < 1 || segments > ScanOptions.MOST_SEGMENTS) {
            throw new IllegalArgumentException("limit " + limit + ", segments " + segments);
        }
    }

    /** Returns a plan that scans a whole table at the usual rate. */
    public static ReadPlan scan(String table) {
        return new ReadPlan(table, null, null, null, List.of(), false, 0, false, 1, ScanOptions.USUAL_RATE);
    }

    /** Returns a plan that queries one partition of a table at the usual rate. */
    public static ReadPlan query(String table, KeyCondition key) {
        return scan(table).where(key);
    }

    /** Whether it is a query; otherwise it is a scan. */
    public boolean isQuery() {
        return key != null;
    }

    /** Returns the plan on another index; null for the table. */
    public ReadPlan on(@Nullable String another) {
        return new ReadPlan(table, another, key, filter, projection, descending, limit, strong, segments, rate);
    }

    /** Returns the plan with a key condition; null makes it a scan. */
    public ReadPlan where(@Nullable KeyCondition condition) {
        return new ReadPlan(table, index, condition, filter, projection, descending, limit, strong, segments, rate);
    }

    /** Returns the plan with another filter; null for none. */
    public ReadPlan filtered(@Nullable Filter condition) {
        return new ReadPlan(table, index, key, condition, projection, descending, limit, strong, segments, rate);
    }

    /** Returns the plan with only these attributes; none for all. */
    public ReadPlan projected(List<AttributePath> attributes) {
        return new ReadPlan(table, index, key, filter, attributes, descending, limit, strong, segments, rate);
    }

    /** Returns the plan in ascending or descending order of the sort key. */
    public ReadPlan descending(boolean down) {
        return new ReadPlan(table, index, key, filter, projection, down, limit, strong, segments, rate);
    }

    /** Returns the plan with another limit; 0 for none. */
    public ReadPlan limited(long items) {
        return new ReadPlan(table, index, key, filter, projection, descending, items, strong, segments, rate);
    }

    /** Returns the plan with strongly or eventually consistent reads. */
    public ReadPlan strong(boolean consistent) {
        return new ReadPlan(table, index, key, filter, projection, descending, limit, consistent, segments, rate);
    }

    /** Returns the plan with another number of segments. */
    public ReadPlan segmented(int number) {
        return new ReadPlan(table, index, key, filter, projection, descending, limit, strong, number, rate);
    }

    /** Returns the plan with another rate. */
    public ReadPlan rated(double unitsPerSecond) {
        return new ReadPlan(table, index, key, filter, projection, descending, limit, strong, segments, unitsPerSecond);
    }
}
