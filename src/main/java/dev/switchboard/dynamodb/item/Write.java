package dev.switchboard.dynamodb.item;

import java.util.Map;

/** One action of a transaction or a batch. */
public sealed interface Write {
    /** The item that it is about, or its key. */
    Item item();

    /** Writes an item. In a batch it always replaces what is there. */
    record Put(Item item, boolean onlyIfAbsent) implements Write {}

    /** Deletes an item, where it has these texts in these attributes; with an empty map always. A batch takes unconditional ones only. */
    record Delete(Item key, Map<String, String> onlyIfEquals) implements Write {
        public Delete {
            onlyIfEquals = Map.copyOf(onlyIfEquals);
        }

        @Override
        public Item item() {
            return key;
        }
    }

    /** Writes an item in the place of one that must be exactly as expected; transactions and the undo only. */
    record Replace(Item item, Item expected) implements Write {}

    /** Deletes an item that must be exactly as expected; transactions and the undo only. */
    record Remove(Item expected) implements Write {
        @Override
        public Item item() {
            return expected;
        }
    }

    /** Demands that an item is there, and changes nothing; transactions only. */
    record Check(Item key) implements Write {
        @Override
        public Item item() {
            return key;
        }
    }
}
