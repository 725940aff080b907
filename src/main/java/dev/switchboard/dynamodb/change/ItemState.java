package dev.switchboard.dynamodb.change;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.journal.Change;
import org.jspecify.annotations.Nullable;

/**
 * An item of a change with its current state.
 *
 * @param now the current item; null if it does not exist
 */
record ItemState(Item key, @Nullable Item before, @Nullable Item after, @Nullable Item now) {
    static Item key(Change change) {
        return Item.ofJson(change.key());
    }

    static ItemState of(Change change, @Nullable Item now) {
        @Nullable String before = change.before();
        @Nullable String after = change.after();
        return new ItemState(
                key(change), before == null ? null : Item.ofJson(before), after == null ? null : Item.ofJson(after), now);
    }

    boolean isWritten() {
        return ItemValues.same(now, after);
    }

    boolean isAsBefore() {
        return ItemValues.same(now, before);
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
