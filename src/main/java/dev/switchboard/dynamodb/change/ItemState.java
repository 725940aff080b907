package dev.switchboard.dynamodb.change;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.journal.Change;
import org.jspecify.annotations.Nullable;

/**
 * An item of a change with its current state.
 *
 * @param now the current item; null if it does not exist
 * @param isWritten whether the current item is the one that the change wrote
 * @param isAsBefore whether the current item is the one from before the change
 */
record ItemState(Item key, @Nullable Item before, @Nullable Item now, boolean isWritten, boolean isAsBefore) {
    static Item key(Change change) {
        return Item.ofJson(change.key());
    }

    static ItemState of(Change change, @Nullable Item now) {
        @Nullable Item before = item(change.before());
        @Nullable String digest = change.digest();
        boolean written = digest == null
                ? ItemValues.same(now, item(change.after()))
                : now != null && ItemDigest.content(now).equals(digest);
        return new ItemState(key(change), before, now, written, ItemValues.same(now, before));
    }

    /** Whether a change leaves its item as it was. */
    static boolean isUnchanged(Change change) {
        return change.digest() == null && ItemValues.same(item(change.before()), item(change.after()));
    }

    private static @Nullable Item item(@Nullable String json) {
        return json == null ? null : Item.ofJson(json);
    }

    /** Returns the write that restores the previous item, provided that the current item has not changed. */
    Write inverse() {
        @Nullable Item former = before;
        @Nullable Item present = now;
        if (former == null) {
            return present == null ? new Write.Check(key) : new Write.Remove(present);
        }
        return present == null ? new Write.Put(former, true) : new Write.Replace(former, present);
    }
}
