package dev.switchboard.dynamodb.scan;

/**
 * Options of a table scan.
 *
 * @param limit the maximum number of items, 0 for all
 * @param segments the number of segments that are read in parallel, 1 to {@value #MOST_SEGMENTS}
 * @param readCapacityPerSecond a limit on the consumed capacity; 0 for none, {@link #USUAL_RATE} for the default of the environment
 */
public record ScanOptions(long limit, int segments, double readCapacityPerSecond) {
    /** The default rate: in prd half of the provisioned read capacity of the table; in dev, and for an on-demand table, unlimited. */
    public static final double USUAL_RATE = -1;

    /** The maximum number of segments; more would only wait for each other. */
    public static final int MOST_SEGMENTS = 64;

    public ScanOptions {
        if (limit < 0 || segments < 1 || segments > MOST_SEGMENTS) {
            throw new IllegalArgumentException("limit " + limit + ", segments " + segments);
        }
    }
}
