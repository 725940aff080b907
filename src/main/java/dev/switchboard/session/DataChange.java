package dev.switchboard.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a write may have altered, for those who show it. */
public sealed interface DataChange {
    /** The ID of the change in the journal that altered it. */
    String change();

    /** A table was created, restored, dropped, or its settings were changed. */
    record Tables(String change, String table) implements DataChange {}

    /** Items of a table were written or deleted. */
    record Items(String change, String table) implements DataChange {}

    /**
     * Items of the messages table were written or deleted, and all of them belong to these conversations.
     *
     * @param groups the UUIDs of the message groups whose messages changed
     * @param users the UUIDs of the users whose lists of conversations changed
     */
    record Conversations(String change, Set<String> groups, Set<String> users) implements DataChange {
        public Conversations {
            groups = Set.copyOf(groups);
            users = Set.copyOf(users);
        }
    }

    /** Rows of the users' table were written or deleted. */
    record Users(String change) implements DataChange {}

    /** The database was created, restored or dropped, or its schema or any of its rows may have changed. */
    record Database(String change) implements DataChange {}

    /**
     * The history of changes has another entry that has ended.
     *
     * @param undoes the ID of the change that it undid; null if it did not undo one
     */
    record History(String change, @Nullable String undoes) implements DataChange {}
}
