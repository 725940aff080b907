package dev.switchboard.transfer;

import dev.switchboard.dynamodb.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * An item of a file that differs from that in the table.
 *
 * @param before the item in the table; null if it does not exist
 */
public record ItemDifference(Item key, @Nullable Item before, Item after) {}
