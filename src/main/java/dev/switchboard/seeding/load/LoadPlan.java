package dev.switchboard.seeding.load;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load would write, shown before it is run.
 *
 * @param table the messages table
 * @param estimatedBytes the size of all items, estimated from some of them
 * @param estimatedWriteUnits the write capacity units of all items, without the table's indexes, estimated from some of them
 * @param rate the limit in write capacity units per second; 0 for none
 * @param repeated whether items of it exist already, so that only missing ones are written
 * @param stopped a load into this table that was stopped and can be resumed; null if there is none
 * @param stoppedAt the number of items that it has written
 * @param samples some of the users, the most active first
 */
public record LoadPlan(
        LoadSpec spec,
        String table,
        long estimatedBytes,
        long estimatedWriteUnits,
        double rate,
        boolean repeated,
        @Nullable LoadSpec stopped,
        long stoppedAt,
        List<SampleUser> samples) {
    public LoadPlan {
        samples = List.copyOf(samples);
    }

    /**
     * A user that the load adds.
     *
     * @param conversations the number of the user's conversations
     */
    public record SampleUser(String handle, String displayName, int conversations) {}

    /** The shortest time that the rate allows; null without a rate. */
    public @Nullable Duration leastTime() {
        return rate == 0 ? null : Duration.ofSeconds((long) Math.ceil(estimatedWriteUnits / rate));
    }

    /** Whether the load that was stopped is this one. */
    public boolean isResumable() {
        return spec.equals(stopped);
    }
}
