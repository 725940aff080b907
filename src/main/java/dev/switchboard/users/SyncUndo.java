package dev.switchboard.users;

import dev.switchboard.failure.Failed;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.Undone;
import dev.switchboard.journal.Verdict;
import dev.switchboard.journal.Where;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A sync in the journal, held against PostgreSQL, and taken back. */
public final class SyncUndo {
    private static final Messages TEXT = Messages.of(SyncUndo.class);
    private static final Sql APPLY = Sql.file("users/apply_cognito_ids");
    private final UserDirectory directory;
    private final Database database;

    public SyncUndo(UserDirectory directory, Database database) {
        this.directory = directory;
        this.database = database;
    }

    /** What of a sync stands in PostgreSQL now. */
    public Verdict compare(Entry entry) {
        IdChanges changes = changes(entry);
        Map<String, User> users = new HashMap<>();
        directory.all().forEach(user -> users.put(user.uuid(), user));
        long written = 0;
        long before = 0;
        for (IdChanges.One one : changes.all()) {
            User user = users.get(one.uuid());
            if (user != null && Objects.equals(user.cognitoUserId(), one.id())) {
                written++;
            } else if (user != null && Objects.equals(user.cognitoUserId(), one.previous())) {
                before++;
            }
        }
        return new Verdict(changes.all().size(), written, before, changes.all().size() - written - before);
    }

    /**
     * Gives every user the id that it had before, in one statement and one transaction.
     *
     * @throws Failed where a user was changed since; nothing was written then
     */
    public Undone undo(Entry entry, Progress progress) {
        IdChanges inverse = changes(entry).inverse();
        int users = inverse.all().size();
        progress.stopIfCancelled();
        progress.step(TEXT.get("sync.apply", users));
        Intent intent = Intent.of("journal undo", TEXT.get("undo.what", entry.intent().what()), UndoKind.SYNC).undoing(entry.id());
        AtomicReference<String> id = new AtomicReference<>("");
        long written = database.changing(intent, inverse.toJournal(), transaction -> {
            long changed = transaction.update(APPLY, inverse.parameters());
            if (changed != users) {
                throw new Failed(TEXT.get("undo.moved", users - changed, users), TEXT.get("sync.moved.remedy"));
            }
            return changed;
        }, changed -> TEXT.get("journal.synced", changed), id::set);
        database.journal().undone(entry.id(), id.get());
        return new Undone(id.get(), entry.id(), written, 0);
    }

    private IdChanges changes(Entry entry) {
        Where now = Where.database(database.url().target());
        if (!entry.where().isSame(now)) {
            throw new Failed(TEXT.get("undo.elsewhere", entry.where().words(), now.words()), TEXT.get("undo.elsewhere.remedy"));
        }
        List<IdChanges.One> all = new ArrayList<>();
        database.journal().rows(entry.id(), change -> all.add(IdChanges.fromJournal(change)));
        return new IdChanges(all);
    }
}
