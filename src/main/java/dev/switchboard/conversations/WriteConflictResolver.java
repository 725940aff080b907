package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.WriteConflictException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Prepares the next attempt after a canceled transaction: uses the next microsecond if this one is in use, otherwise waits for
 * other writers.
 */
final class WriteConflictResolver {
    private static final int LONGEST_PAUSE_MILLIS = 400;

    private WriteConflictResolver() {}

    static void resolve(WriteConflictException conflict, MessageTable table, Item message, String time, TimestampAllocator times,
            int attempt) {
        if (table.isTaken(message)) {
            times.markTaken(time);
            return;
        }
        if (!conflict.failed().isEmpty() && attempt > 0) {
            // An item of another conversation of one of the users may have this exact time.
            times.markTaken(time);
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
