package dev.switchboard.users;

import dev.switchboard.activity.Backend;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Syncs the Cognito IDs to PostgreSQL: compare, review, apply. All of them are written or none. */
public final class UserSync {
    private static final Messages TEXT = Messages.of(UserSync.class);
    private static final Sql APPLY = Sql.file("users/apply_cognito_ids");
    private static final String COLUMN = "cognito_user_id";
    private final UserDirectory directory;
    private final UserPool pool;
    private final Database database;

    public UserSync(UserDirectory directory, UserPool pool, Database database) {
        this.directory = directory;
        this.pool = pool;
        this.database = database;
    }

    /** Compares the user pool with all users; writes nothing. */
    public UserComparison compare(Progress progress) {
        List<PoolUser> poolUsers = pool.all(progress);
        progress.stopIfCancelled();
        progress.step(TEXT.get("sync.compare"));
        return UserComparison.of(poolUsers, directory.all());
    }

    /**
     * Writes the added and changed Cognito IDs of a comparison, in one statement and one transaction. If a user changed since the
     * comparison, nothing is written.
     *
     * @throws OperationFailedException if a user changed since the comparison; nothing was written
     */
    public SyncResult apply(UserComparison comparison, Progress progress) {
        if (comparison.toApply().isEmpty()) {
            return unchanged(comparison);
        }
        try (WriteAuthorization authorization =
                database.permits().authorize(Backend.POSTGRESQL, "users sync", TEXT.get("journal.sync", comparison.toApply().size()))) {
            return apply(authorization, comparison, progress);
        }
    }

    /** What applying a match writes, as the journal records it. */
    public static Change change(UserComparison.UserMatch match) {
        return CognitoSubChanges.of(List.of(match)).toJournal().getFirst();
    }

    private static SyncResult unchanged(UserComparison comparison) {
        return new SyncResult(0, 0, TEXT.get("sync.nothing", comparison.same().size()) + skippedSentence(comparison), null);
    }

    /** Applies a comparison as one step of an operation that is already authorized. */
    SyncResult apply(WriteAuthorization authorization, UserComparison comparison, Progress progress) {
        List<UserComparison.UserMatch> entries = comparison.toApply();
        if (entries.isEmpty()) {
            return unchanged(comparison);
        }
        progress.stopIfCancelled();
        progress.step(TEXT.get("sync.apply", entries.size()));
        Intent intent = Intent.of("users sync", TEXT.get("journal.sync", entries.size()), UndoKind.SYNC);
        CognitoSubChanges changes = CognitoSubChanges.of(entries);
        AtomicReference<String> id = new AtomicReference<>("");
        try {
            database.changing(authorization, intent, changes.toJournal(), transaction -> {
                long written = transaction.update(APPLY, changes.parameters());
                if (written != entries.size()) {
                    throw new OperationFailedException(TEXT.get("sync.moved", entries.size() - written, entries.size()),
                            TEXT.get("sync.moved.remedy"));
                }
                return written;
            }, written -> TEXT.get("journal.synced", written), id::set);
        } catch (OperationFailedException e) {
            throw named(e);
        }
        progress.advance(entries.size(), entries.size());
        int added = comparison.added().size();
        int changed = comparison.changed().size();
        String sentence = TEXT.get("sync.done", added, changed, comparison.same().size()) + skippedSentence(comparison);
        return new SyncResult(added, changed, sentence, id.get());
    }

    /** Names the column that the table does not have, which is looked up only after the failure. */
    private OperationFailedException named(OperationFailedException failure) {
        return PostgresFailureExplainer.isNoColumn(failure) && directory.missingColumns().contains(COLUMN)
                ? new OperationFailedException(TEXT.get("sync.no-column", COLUMN), TEXT.get("sync.no-column.remedy", COLUMN), failure)
                : failure;
    }

    private static String skippedSentence(UserComparison comparison) {
        int skipped = comparison.unknownHandle().size() + comparison.noHandle().size() + comparison.duplicateHandle().size();
        int incomplete = comparison.incomplete().size();
        return (skipped == 0 ? "" : " " + TEXT.get("sync.left", skipped))
                + (incomplete == 0 ? "" : " " + TEXT.get("sync.incomplete", incomplete));
    }
}
