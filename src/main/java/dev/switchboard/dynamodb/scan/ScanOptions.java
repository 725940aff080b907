package dev.switchboard.dynamodb.scan;

/**
 * How a table is scanned.
 *
 * @param limit rows wanted at most, 0 for all
 * @param segments read side by side, 1 to {@value #MOST_SEGMENTS}
 * @param readCapacityPerSecond a cap on what the scan consumes; 0 for none, {@link #USUAL_RATE} for the environment's own
 */
public record ScanOptions(long limit, int segments, double readCapacityPerSecond) {
    /** In prd half of the table's provisioned read capacity; in dev, and for a table on demand, none. */
    public static final double USUAL_RATE = -1;

    /** More segments than this only wait for each other. */
    public static final int MOST_SEGMENTS = 64;

    public ScanOptions {
        if (limit < 0 || segments < 1 || segments > MOST_SEGMENTS) {
            throw new IllegalArgumentException("limit " + limit + ", segments " + segments);
        }
    }
}
