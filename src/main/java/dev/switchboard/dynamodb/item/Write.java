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

    /**
     * Changes an item that must equal the expected one, for transactions and edits only. Only the attributes that differ are sent, so that one that
     * another process adds in the same moment, which no condition can exclude, is kept.
     *
     * @param item the item afterward, with the same key
     */
    record Update(Item item, Item expected) implements Write {
        /** Above this many attributes the expressions of a request might be too long. */
        private static final int MOST_ATTRIBUTES = 100;

        /** Returns an update, or a replacement where the items have too many attributes for one. */
        public static Write of(Item item, Item expected) {
            boolean fits = item.names().size() + expected.names().size() <= MOST_ATTRIBUTES;
            return fits ? new Update(item, expected) : new Replace(item, expected);
        }
    }

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
