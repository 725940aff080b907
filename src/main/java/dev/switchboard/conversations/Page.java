package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.PageKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows, newest first by their instant; rows whose time cannot be read come last.
 *
 * @param next where older rows begin; null where there certainly are none
 * @param consumedReadCapacity read capacity units that the page took
 * @param storedOrderDiffers whether DynamoDB stores these rows in another order than that of time
 */
public record Page<T>(List<T> rows, @Nullable PageKey next, double consumedReadCapacity, boolean storedOrderDiffers) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** Whether there is at least one more row in the range. */
    public boolean more() {
        return next != null;
    }
}
