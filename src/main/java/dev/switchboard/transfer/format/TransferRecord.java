package dev.switchboard.transfer.format;

import dev.switchboard.dynamodb.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * A record of a file of items.
 *
 * @param number its position among all records, from 1
 * @param place where it is, such as {@code line 7}
 * @param source the text of the record, for the report of a rejected one
 * @param item the item; null if the record is not valid
 * @param problem why it is not valid, a sentence; null if it is
 */
public record TransferRecord(long number, String place, String source, @Nullable Item item, @Nullable String problem) {}
