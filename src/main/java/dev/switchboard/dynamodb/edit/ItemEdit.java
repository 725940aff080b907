package dev.switchboard.dynamodb.edit;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of one item, made only if the item is as it was read.
 *
 * @param expected the whole item as it was read; null if there must be none
 * @param item the whole item afterward; null to delete it. With another key than the expected item, it replaces that one
 */
public record ItemEdit(@Nullable Item expected, @Nullable Item item) {
    /** Bytes of a transaction that one write adds beside its items, such as placeholders of its condition. */
    private static final int OVERHEAD = 200;

    public ItemEdit {
        if (expected == null && item == null) {
            throw new IllegalArgumentException("an edit of nothing");
        }
    }

    /** Creates an item that must not exist. */
    public static ItemEdit create(Item item) {
        return new ItemEdit(null, item);
    }

    /** Deletes an item. */
    public static ItemEdit delete(Item expected) {
        return new ItemEdit(expected, null);
    }

    /** The item that it is about: the one that was read, or the new one. */
    public Item subject() {
        if (expected != null) {
            return expected;
        }
        if (item == null) {
            throw new IllegalStateException("an edit of nothing");
        }
        return item;
    }

    /** Whether the item gets another key, which deletes one item and creates another. */
    public boolean moves(KeySchema keys) {
        return expected != null && item != null && !keys.of(expected).equals(keys.of(item));
    }

    /** Whether it leaves the item as it was read. */
    public boolean changesNothing() {
        return ItemValues.same(expected, item);
    }

    /** The writes that it takes: two where the key changes, otherwise one. */
    List<Write> writes(KeySchema keys) {
        if (expected == null) {
            return List.of(new Write.Put(subject(), true));
        }
        if (item == null) {
            return List.of(new Write.Remove(expected));
        }
        return moves(keys)
                ? List.of(new Write.Put(item, true), new Write.Remove(expected))
                : List.of(Write.Update.of(item, expected));
    }

    /** The keys of the items that it writes. */
    List<Item> keys(KeySchema keys) {
        return writes(keys).stream().map(write -> keys.of(write.item())).toList();
    }

    /**
     * The write capacity units that it uses in the table itself, without its indexes: those of the larger of both items. A transaction uses
     * twice as many.
     */
    public double units(KeySchema keys) {
        double before = expected == null ? 0 : ItemSize.writeUnits(ItemSize.of(expected));
        double after = item == null ? 0 : ItemSize.writeUnits(ItemSize.of(item));
        return moves(keys) ? before + after : Math.max(before, after);
    }

    /** About how many bytes of a transaction it takes, with the values of its condition. */
    long bytes() {
        return (expected == null ? 0 : ItemSize.of(expected)) + (item == null ? 0 : ItemSize.of(item)) + OVERHEAD;
    }
}
