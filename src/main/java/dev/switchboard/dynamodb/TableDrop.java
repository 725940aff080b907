package dev.switchboard.dynamodb;

import dev.switchboard.environment.AwsClients;
import dev.switchboard.environment.AwsFailures;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failed;
import dev.switchboard.failure.Refused;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Deletes a table, once its backup is written and verified. */
final class TableDrop {
    private static final Messages TEXT = Messages.of(TableDrop.class);
    private static final System.Logger LOG = System.getLogger(TableDrop.class.getName());
    private static final Duration LOOK = Duration.ofMillis(500);
    private final AwsClients clients;
    private final TableReader reader;
    private final Backups backups;

    TableDrop(AwsClients clients, TableReader reader, Backups backups) {
        this.clients = clients;
        this.reader = reader;
        this.backups = backups;
    }

    Dropped drop(String name, String typedName, boolean backupFirst, Progress progress) {
        if (!typedName.equals(name)) {
            throw new Refused(TEXT.get("drop.typed", name), TEXT.get("drop.typed.remedy", name));
        }
        TableDescription table = reader.description(name)
                .orElseThrow(() -> new Failed(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
        refuseIfNotDroppable(name, table);
        @Nullable Path backup = backupFirst ? backup(name, progress) : null;
        progress.stopIfCancelled();
        progress.step(TEXT.get("drop.deleting", name));
        delete(name, backup);
        return Stopped.saying(
                cause -> new Cancelled(TEXT.get("drop.cancelled-late", name), restorable(backup), cause),
                () -> awaitGone(new Dropped(name, backup), table, progress));
    }

    private void delete(String name, @Nullable Path backup) {
        try {
            clients.dynamoDb().deleteTable(b -> b.tableName(name));
        } catch (ResourceInUseException e) {
            // The SDK asks again where an answer was lost: then it is our own deletion that is at work.
            if (!isBeingDeleted(name)) {
                throw new Failed(TEXT.get("drop.in-use", name), TEXT.get("drop.state.remedy"), e);
            }
        } catch (ResourceNotFoundException e) {
            LOG.log(System.Logger.Level.DEBUG, "gone already: the first answer was lost, or somebody else was quicker", e);
        } catch (AbortedException e) {
            throw new Cancelled(TEXT.get("drop.stopped", name), restorable(backup), e);
        } catch (SdkException e) {
            if (!Unanswered.is(e)) {
                @Nullable Explanation explanation = new AwsFailures().explain(e);
                @Nullable String remedy = explanation == null ? null : explanation.remedy();
                throw new Failed(TEXT.get("drop.refused", name, Unanswered.why(e)), remedy, e);
            }
            throw new Failed(TEXT.get("drop.unknown", name, Unanswered.why(e)), restorable(backup), e);
        }
    }

    private boolean isBeingDeleted(String name) {
        return reader.description(name).map(table -> "DELETING".equals(table.tableStatusAsString())).orElse(true);
    }

    private void refuseIfNotDroppable(String name, TableDescription table) {
        if (Boolean.TRUE.equals(table.deletionProtectionEnabled())) {
            throw new Failed(TEXT.get("drop.protected", name), TEXT.get("drop.protected.remedy", name));
        }
        String status = String.valueOf(table.tableStatusAsString());
        if (status.equals("CREATING") || status.equals("UPDATING") || status.equals("DELETING")) {
            throw new Failed(TEXT.get("drop.state", name, status), TEXT.get("drop.state.remedy"));
        }
    }

    private Path backup(String name, Progress progress) {
        try {
            return Stopped.saying(
                    cause -> new Cancelled(TEXT.get("drop.cancelled-early", name), null, cause), () -> backups.backup(name, null, progress).file());
        } catch (SdkException e) {
            @Nullable Explanation explanation = new AwsFailures().explain(e);
            throw new Failed(TEXT.get("drop.no-backup", name, Unanswered.why(e)), explanation == null ? null : explanation.remedy(), e);
        }
    }

    private static @Nullable String restorable(@Nullable Path backup) {
        return backup == null ? null : TEXT.get("drop.restorable", backup);
    }

    private Dropped awaitGone(Dropped dropped, TableDescription former, Progress progress) {
        progress.step(TEXT.get("drop.waiting", dropped.name()));
        while (true) {
            try {
                TableDescription now = clients.dynamoDb().describeTable(b -> b.tableName(dropped.name())).table();
                if (former.tableId() != null && now.tableId() != null && !former.tableId().equals(now.tableId())) {
                    // Somebody made a new one of that name in the meantime: ours is gone.
                    return dropped;
                }
            } catch (ResourceNotFoundException e) {
                return dropped;
            } catch (AbortedException e) {
                throw e;
            } catch (SdkException e) {
                throw new Failed(TEXT.get("drop.unwatched", dropped.name(), Unanswered.why(e)), restorable(dropped.backup()), e);
            }
            Waiting.pause(LOOK, progress);
        }
    }
}
