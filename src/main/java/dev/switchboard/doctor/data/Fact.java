package dev.switchboard.doctor.data;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.StoredTime;
import org.jspecify.annotations.Nullable;

/** What the checks need to know of an item, small enough to be sorted in files. */
public sealed interface Fact {
    /** The two people of a row, whichever of them it belongs to; the sender of a message. */
    default String pair() {
        return person();
    }

    String group();

    String sortKey();

    /** The owner of a row, the sender of a message. */
    String person();

    /** A hash of the text. */
    long text();

    /** Returns the time in the sort key; its instant is null if it cannot be read. */
    default StoredTime time() {
        return StoredTime.read(sortKey());
    }

    /** Of a group row. */
    record RowFact(String group, String sortKey, String person, String other, long text) implements Fact {
        public static RowFact of(MessagesTableItem.GroupRow row) {
            return new RowFact(row.group(), row.time().text(), row.owner(), row.other().uuid(), Hashes.of(row.text()));
        }

        @Override
        public String pair() {
            return person.compareTo(other) < 0 ? person + ' ' + other : other + ' ' + person;
        }
    }

    /** Of a message. */
    record MessageFact(String group, String sortKey, String person, String uuid, long text) implements Fact {
        public static MessageFact of(MessagesTableItem.GroupMessage message) {
            return new MessageFact(
                    message.group(), message.time().text(), message.sender().uuid(), message.uuid(), Hashes.of(message.text()));
        }
    }

    /** Returns the fact of an item; null if it is of neither kind. */
    static @Nullable Fact of(MessagesTableItem item) {
        return switch (item) {
            case MessagesTableItem.GroupRow row -> RowFact.of(row);
            case MessagesTableItem.GroupMessage message -> MessageFact.of(message);
            case MessagesTableItem.Unknown unknown -> null;
        };
    }
}
