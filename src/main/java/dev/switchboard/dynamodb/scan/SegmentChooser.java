package dev.switchboard.dynamodb.scan;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.GovernedRequests;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Chooses how many segments a scan is read in. DynamoDB reads them side by side, but a local engine may go through all items for each segment,
 * so that more of them take longer: there it is tried with a page of each kind, which costs nothing.
 */
public final class SegmentChooser {
    private static final int ITEMS = 500;
    private static final int ROUNDS = 2;
    /** How much longer an item of a segment may take, because several segments are read at once. */
    private static final double SLOWER = 1.5;

    private SegmentChooser() {}

    /**
     * Returns the number of segments.
     *
     * @param wanted the number that was asked for
     * @return that number, or 1 where one segment is faster
     */
    public static int choose(AwsClients clients, String table, int wanted) {
        return choose(clients, table, wanted, ITEMS);
    }

    /**
     * Returns the number of segments like {@link #choose(AwsClients, String, int)}.
     *
     * @param pages the size of the first pages, which those that are tried do not exceed
     */
    public static int choose(AwsClients clients, String table, int wanted, ReadRateLimiter pages) {
        return choose(clients, table, wanted, Math.min(ITEMS, pages.pageLimit(1)));
    }

    /** @param items the size of the pages that are tried */
    static int choose(AwsClients clients, String table, int wanted, int items) {
        if (wanted == 1 || !clients.isDynamoDbLocal()) {
            return wanted;
        }
        if (GovernedRequests.unitsPerRequest() > 0) {
            // The rate bounds the scan, and not the engine; the pages that are tried would use seconds of it.
            return 1;
        }
        double whole = Double.MAX_VALUE;
        double part = Double.MAX_VALUE;
        try {
            for (int i = 0; i < ROUNDS; i++) {
                ScanRequest.Builder request = ScanRequest.builder().tableName(table).limit(items);
                whole = Math.min(whole, nanosPerItem(clients, request.build()));
                part = Math.min(part, nanosPerItem(clients, request.segment(0).totalSegments(wanted).build()));
            }
        } catch (SdkException e) {
            // The scan meets the same and tells it, or waits while it is throttled.
            return wanted;
        }
        return part <= SLOWER * whole ? wanted : 1;
    }

    private static double nanosPerItem(AwsClients clients, ScanRequest request) {
        long started = System.nanoTime();
        ScanResponse page = clients.dynamoDb().scan(request);
        return (double) (System.nanoTime() - started) / Math.max(1, page.items().size());
    }
}
