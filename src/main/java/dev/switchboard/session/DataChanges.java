package dev.switchboard.session;

import dev.switchboard.conversations.ChangedConversations;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.EndedChange;
import dev.switchboard.journal.OutcomeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives from a change in the journal what it may have altered. An operation that is not known may have altered anything. */
final class DataChanges {
    private static final Set<String> TABLE_SETTINGS = Set.of("tables protect", "tables recovery");
    private static final Set<String> USERS_ONLY = Set.of("db seed", "seed load", "users sync", "journal undo");
    private static final String SESSIONS = "db sessions";

    private DataChanges() {}

    /** @param messagesTable the name of the messages table, whose keys say which conversations changed */
    static List<DataChange> of(EndedChange change, String messagesTable) {
        List<DataChange> altered = new ArrayList<>();
        if (change.where().system().equals(ChangeTarget.POSTGRESQL)) {
            database(change, altered);
        } else if (!change.where().system().equals(ChangeTarget.JOURNAL)) {
            table(change, messagesTable, altered);
        }
        // An undo that failed has undone nothing, so that it can be offered again.
        boolean undone = change.state() != OutcomeState.FAILED;
        altered.add(new DataChange.History(change.id(), undone ? change.undoes() : null));
        return altered;
    }

    private static void database(EndedChange change, List<DataChange> altered) {
        if (change.operation().equals(SESSIONS)) {
            return;
        }
        if (!USERS_ONLY.contains(change.operation())) {
            altered.add(new DataChange.Database(change.id()));
        }
        altered.add(new DataChange.Users(change.id()));
    }

    private static void table(EndedChange change, String messagesTable, List<DataChange> altered) {
        String table = change.where().target();
        boolean ofTable = change.operation().startsWith("tables ");
        if (ofTable) {
            altered.add(new DataChange.Tables(change.id(), table));
        }
        if (TABLE_SETTINGS.contains(change.operation())) {
            return;
        }
        altered.add(conversations(change, messagesTable, ofTable).orElseGet(() -> new DataChange.Items(change.id(), table)));
    }

    private static Optional<DataChange> conversations(EndedChange change, String messagesTable, boolean ofTable) {
        @Nullable Set<String> keys = change.keys();
        if (ofTable || keys == null || !change.where().target().equals(messagesTable)) {
            return Optional.empty();
        }
        return ChangedConversations.of(keys).map(found -> new DataChange.Conversations(change.id(), found.groups(), found.users()));
    }
}
