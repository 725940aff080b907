package dev.switchboard.conversations;

import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.WriteConflictException;

/**
 * Prepares the next attempt after a canceled transaction: uses the next microsecond if this one is in use, otherwise waits for
 * other writers.
 */
final class WriteConflictResolver {
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
        RetryBackoff.TRANSACTION_CONFLICT.await(attempt + 1);
    }
}
