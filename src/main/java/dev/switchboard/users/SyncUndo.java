package dev.switchboard.users;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Compares a recorded sync with PostgreSQL and undoes it. */
public final class SyncUndo {
    private static final Messages TEXT = Messages.of(SyncUndo.class);
    private static final Sql APPLY = Sql.file("users/apply_cognito_ids");
    private final UserDirectory directory;
    private final Database database;

    public SyncUndo(UserDirectory directory, Database database) {
        this.directory = directory;
        this.database = database;
    }

    /** Compares a sync with the current users. */
    public ComparisonResult compare(Entry entry) {
        CognitoSubChanges changes = changes(entry);
        Map<String, User> users = new HashMap<>();
        directory.all().forEach(user -> users.put(user.uuid(), user));
        long written = 0;
        long notWritten = 0;
        for (CognitoSubChanges.CognitoSubChange change : changes.all()) {
            User user = users.get(change.uuid());
            if (user != null && Objects.equals(user.cognitoSub(), change.cognitoSub())) {
                written++;
            } else if (user != null && Objects.equals(user.cognitoSub(), change.previous())) {
                notWritten++;
            }
        }
        return new ComparisonResult(changes.all().size(), written, notWritten, changes.all().size() - written - notWritten);
    }

    /**
     * Restores the previous Cognito ID of every user, in one statement and one transaction.
     *
     * @throws OperationFailedException if a user changed since; nothing was written
     */
    public UndoResult undo(Entry entry, Progress progress) {
        CognitoSubChanges inverse = changes(entry).inverse();
        int users = inverse.all().size();
        progress.stopIfCancelled();
        progress.step(TEXT.get("sync.apply", users));
        Intent intent = Intent.of("journal undo", TEXT.get("undo.what", entry.intent().what()), UndoKind.SYNC).undoing(entry.id());
        AtomicReference<String> id = new AtomicReference<>("");
        long written = database.changing(intent, inverse.toJournal(), transaction -> {
            long changed = transaction.update(APPLY, inverse.parameters());
            if (changed != users) {
                throw new OperationFailedException(TEXT.get("undo.moved", users - changed, users), TEXT.get("undo.moved.remedy"));
            }
            return changed;
        }, changed -> TEXT.get("journal.synced", changed), id::set);
        database.journal().undone(entry.id(), id.get());
        return new UndoResult(id.get(), entry.id(), written, 0);
    }

    private CognitoSubChanges changes(Entry entry) {
        ChangeTarget now = ChangeTarget.database(database.url().target());
        if (!entry.where().isSame(now)) {
            throw new OperationFailedException(TEXT.get("undo.elsewhere", entry.where().summary(), now.summary()),
                    TEXT.get("undo.elsewhere.remedy"));
        }
        List<CognitoSubChanges.CognitoSubChange> all = new ArrayList<>();
        database.journal().rows(entry.id(), change -> all.add(CognitoSubChanges.fromJournal(change)));
        return new CognitoSubChanges(all);
    }
}
