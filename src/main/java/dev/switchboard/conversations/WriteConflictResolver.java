package dev.switchboard.conversations;

import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.WriteConflictException;

/** What to do after a transaction that was cancelled: take the next microsecond where this one is taken, else let others finish. */
final class WriteConflictResolver {
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
        RetryBackoff.TRANSACTION_CONFLICT.await(attempt + 1);
    }
}
