package dev.switchboard.dynamodb.stream;

import dev.switchboard.dynamodb.item.Item;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * A change to an item, as the stream of its table reports it.
 *
 * @param at when DynamoDB recorded it, accurate to the second
 * @param before the item before the change; null for a new item, or where the view of the stream does not contain it
 * @param after the item after the change; null for a deleted item, or where the view of the stream does not contain it
 */
public record StreamEvent(Kind kind, Instant at, Item keys, @Nullable Item before, @Nullable Item after) {
    /** What happened to the item. */
    public enum Kind {
        INSERT,
        MODIFY,
        REMOVE
    }

    static StreamEvent of(Record record) {
        StreamRecord change = record.dynamodb();
        Kind kind = switch (record.eventNameAsString()) {
            case "INSERT" -> Kind.INSERT;
            case "REMOVE" -> Kind.REMOVE;
            default -> Kind.MODIFY;
        };
        // Some engines send an empty image in place of none.
        return new StreamEvent(
                kind,
                Objects.requireNonNullElse(change.approximateCreationDateTime(), Instant.EPOCH),
                Item.of(change.keys()),
                change.hasOldImage() && !change.oldImage().isEmpty() ? Item.of(change.oldImage()) : null,
                change.hasNewImage() && !change.newImage().isEmpty() ? Item.of(change.newImage()) : null);
    }
}
