package dev.switchboard.dynamodb.item;

import java.util.Map;

/** One action of a transaction or a batch. */
public sealed interface Write {
    /** Returns the item to write, or the key of the item to delete or check. */
    Item item();

    /** Puts an item. In a batch it always replaces an existing item. */
    record Put(Item item, boolean onlyIfAbsent) implements Write {}

    /** Deletes an item if it has these string attribute values; without any, always. A batch only accepts unconditional deletes. */
    record Delete(Item key, Map<String, String> onlyIfEquals) implements Write {
        public Delete {
            onlyIfEquals = Map.copyOf(onlyIfEquals);
        }

        @Override
        public Item item() {
            return key;
        }
    }

    /** Replaces an item that must equal the expected one; for transactions and undo only. */
    record Replace(Item item, Item expected) implements Write {}

    /** Deletes an item that must equal the expected one; for transactions and undo only. */
    record Remove(Item expected) implements Write {
        @Override
        public Item item() {
            return expected;
        }
    }

    /** Requires that an item exists, without changing it; for transactions only. */
    record Check(Item key) implements Write {
        @Override
        public Item item() {
            return key;
        }
    }
}
