package dev.switchboard.users;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Takes the ids of the logins over into PostgreSQL: compare, look, apply; all of it or nothing. */
public final class UserSync {
    private static final Messages TEXT = Messages.of(UserSync.class);
    private static final Sql APPLY = Sql.file("users/apply_cognito_ids");
    private final UserDirectory directory;
    private final UserPool pool;
    private final Database database;

    public UserSync(UserDirectory directory, UserPool pool, Database database) {
        this.directory = directory;
        this.pool = pool;
        this.database = database;
    }

    /** Reads the whole pool and all users, and compares them; writes nothing. */
    public UserComparison compare(Progress progress) {
        List<PoolUser> logins = pool.all(progress);
        progress.stopIfCancelled();
        progress.step(TEXT.get("sync.compare"));
        return UserComparison.of(logins, directory.all());
    }

    /**
     * Writes what a comparison found new or changed, in one statement and one transaction. A user that was changed since the
     * comparison stops all of it.
     *
     * @throws OperationFailedException where a user is no longer as compared; nothing was written then
     */
    public SyncResult apply(UserComparison comparison, Progress progress) {
        List<UserComparison.Entry> entries = comparison.toApply();
        if (entries.isEmpty()) {
            return new SyncResult(0, 0, TEXT.get("sync.nothing", comparison.same().size()) + leftAlone(comparison), null);
        }
        progress.stopIfCancelled();
        progress.step(TEXT.get("sync.apply", entries.size()));
        database.lock().check(APPLY.name());
        Intent intent = Intent.of("users sync", TEXT.get("journal.sync", entries.size()), UndoKind.SYNC);
        CognitoSubChanges changes = CognitoSubChanges.of(entries);
        AtomicReference<String> id = new AtomicReference<>("");
        database.changing(intent, changes.toJournal(), transaction -> {
            long written = transaction.update(APPLY, changes.parameters());
            if (written != entries.size()) {
                throw new OperationFailedException(TEXT.get("sync.moved", entries.size() - written, entries.size()),
                        TEXT.get("sync.moved.remedy"));
            }
            return written;
        }, written -> TEXT.get("journal.synced", written), id::set);
        progress.advance(entries.size(), entries.size());
        int fresh = comparison.fresh().size();
        int changed = comparison.changed().size();
        String sentence = TEXT.get("sync.done", fresh, changed, comparison.same().size()) + leftAlone(comparison);
        return new SyncResult(fresh, changed, sentence, id.get());
    }

    private static String leftAlone(UserComparison comparison) {
        int left = comparison.noSuchHandle().size() + comparison.noHandle().size() + comparison.duplicateHandle().size();
        return left == 0 ? "" : " " + TEXT.get("sync.left", left);
    }
}
