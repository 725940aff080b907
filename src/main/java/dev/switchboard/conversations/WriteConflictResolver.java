package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.WriteConflictException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** What to do after a transaction that was cancelled: take the next microsecond where this one is taken, else let others finish. */
final class WriteConflictResolver {
    private static final int LONGEST_PAUSE_MILLIS = 400;

    private WriteConflictResolver() {}

    static void resolve(WriteConflictException conflict, MessageTable table, Item message, String time, TimestampAllocator times,
            int attempt) {
        if (table.isTaken(message)) {
            times.isTaken(time);
            return;
        }
        if (!conflict.failed().isEmpty() && attempt > 0) {
            // A row of another conversation of one of the two may stand at this very microsecond.
            times.isTaken(time);
        }
        pause(attempt);
    }

    static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE_MILLIS, 5L << Math.min(attempt, 7));
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
