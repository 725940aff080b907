package dev.switchboard.explorer.cost;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.activity.Call;
import dev.switchboard.text.Messages;
import java.time.Instant;
import java.util.Set;

/**
 * What this session used of a table, from the calls that its activity log still has. Other clients are not in it.
 *
 * @param calls the number of calls
 * @param readCapacity read capacity units that DynamoDB reported
 * @param writeCapacity write capacity units that DynamoDB reported
 * @param throttled the number of calls that DynamoDB throttled until they failed
 */
public record TableUsage(long calls, double readCapacity, double writeCapacity, long throttled) {
    private static final Messages TEXT = Messages.of(TableUsage.class);
    private static final Set<String> THROTTLED = Set.of(
            "ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded", "Throttling", "RequestThrottled");

    /** Sums up the calls on a table since a time. */
    public static TableUsage of(ActivityLog log, String table, Instant since) {
        long calls = 0;
        double read = 0;
        double write = 0;
        long throttled = 0;
        for (Call call : log.calls()) {
            if (call.backend() == Backend.DYNAMODB && call.target().equals(table) && !call.at().isBefore(since)) {
                calls++;
                read += call.readCapacity();
                write += call.writeCapacity();
                throttled += isThrottled(call) ? 1 : 0;
            }
        }
        return new TableUsage(calls, read, write, throttled);
    }

    private static boolean isThrottled(Call call) {
        return call.error() != null && THROTTLED.contains(call.error().split(":", 2)[0]);
    }

    /** The usage as a sentence. */
    public String text() {
        return TEXT.get("usage", readCapacity, writeCapacity, calls, throttled);
    }
}
