package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.PageKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of conversations or messages, newest first. Items whose time cannot be read come last.
 *
 * @param next where older items begin; null if there are none
 * @param consumedReadCapacity the read capacity units consumed
 * @param storedOrderDiffers whether DynamoDB's sort order differs from the order of time
 */
public record Page<T>(List<T> rows, @Nullable PageKey next, double consumedReadCapacity, boolean storedOrderDiffers) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** Whether the range contains at least one more item. */
    public boolean more() {
        return next != null;
    }
}
