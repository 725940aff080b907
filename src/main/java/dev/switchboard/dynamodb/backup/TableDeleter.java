package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Deletes tables after writing and verifying a backup. Thread-safe. */
public final class TableDeleter {
    private static final Logger LOG = LoggerFactory.getLogger(TableDeleter.class);
    private static final Messages TEXT = Messages.of(TableDeleter.class);
    private final AwsClients clients;
    private final TableReader reader;
    private final Backups backups;
    private final Poller poller;

    /**
     * @param backups writes the backup before a deletion
     */
    public TableDeleter(AwsClients clients, Backups backups) {
        this(clients, backups, Tables.STATE_CHANGE);
    }

    /** @param poller how it is asked whether the table is gone, and for how long */
    TableDeleter(AwsClients clients, Backups backups, Poller poller) {
        this.clients = clients;
        this.backups = backups;
        this.poller = poller;
        reader = new TableReader(clients);
    }

    /**
     * Deletes a table and waits until the deletion is complete.
     *
     * @param typedName what the operator typed; must be the name of the table
     * @param backupFirst whether a backup is written and verified before anything is deleted
     * @throws OperationRefusedException if the typed name differs
     * @throws OperationFailedException if the table is protected, or its status does not allow it
     * @throws OperationCancelledException if canceled, with what was done
     */
    public TableDeleteResult drop(String name, String typedName, boolean backupFirst, Progress progress) {
        if (!typedName.equals(name)) {
            throw new OperationRefusedException(TEXT.get("drop.typed", name), TEXT.get("drop.typed.remedy", name));
        }
        clients.permits().checkUnlocked("tables drop");
        TableDescription table = reader.description(name)
                .orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
        refuseIfNotDroppable(name, table);
        @Nullable Path backup = backupFirst ? backups.newFile(name) : null;
        String undo = backup == null ? TEXT.get("journal.drop.lost") : TEXT.get("journal.drop.undo", backup);
        Intent intent = Intent.event("tables drop", TEXT.get("journal.drop", name), undo);
        // Before the backup, which can take longer than the environment stays unlocked.
        WritePermit change = clients.begin(intent, TableChangeTargets.of(clients, table));
        long added = backup == null ? 0 : backUp(name, backup, change, progress);
        try {
            progress.step(TEXT.get("drop.deleting", name));
            ask(name, change);
            TableDeleteResult dropped = Cancellations.saying(
                    cause -> new OperationCancelledException(TEXT.get("drop.cancelled-late", name), restorable(backup), cause),
                    () -> awaitGone(new TableDeleteResult(name, backup, added), table, progress));
            change.done(backup == null ? "" : TEXT.get("journal.dropped", added));
            return dropped;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.toldEvent(change, e);
        }
    }

    /** Nothing is deleted yet, so that whatever goes wrong has changed nothing. */
    private long backUp(String name, Path file, WritePermit change, Progress progress) {
        try {
            return Cancellations.saying(
                    cause -> new OperationCancelledException(TEXT.get("drop.cancelled-early", name), null, cause), () -> {
                        long added = backups.backupForDeletion(name, file, progress);
                        progress.stopIfCancelled();
                        return added;
                    });
        } catch (RuntimeException e) {
            change.failed(e instanceof Failure failure ? failure.sentence() : ChangeOutcomes.words(e));
            throw e;
        }
    }

    private void ask(String name, WritePermit change) {
        try {
            clients.dynamoDb().deleteTable(b -> b.tableName(name).overrideConfiguration(PermitInterceptor.of(change)));
        } catch (ResourceNotFoundException e) {
            // The response to the first attempt was lost, and the table was already deleted.
            LOG.info("The table {} was already deleted", name);
        } catch (ResourceInUseException e) {
            boolean deleting = reader.description(name).map(now -> now.tableStatus() == TableStatus.DELETING).orElse(true);
            if (!deleting) {
                throw new OperationFailedException(TEXT.get("drop.in-use", name), TEXT.get("drop.state.remedy"), e);
            }
        }
    }

    private void refuseIfNotDroppable(String name, TableDescription table) {
        if (Boolean.TRUE.equals(table.deletionProtectionEnabled())) {
            throw new OperationFailedException(TEXT.get("drop.protected", name), TEXT.get("drop.protected.remedy", name));
        }
        String status = String.valueOf(table.tableStatusAsString());
        if (status.equals("CREATING") || status.equals("UPDATING") || status.equals("DELETING")) {
            throw new OperationFailedException(TEXT.get("drop.state", name, status), TEXT.get("drop.state.remedy"));
        }
    }

    private static @Nullable String restorable(@Nullable Path backup) {
        return backup == null ? null : TEXT.get("drop.restorable", backup);
    }

    private TableDeleteResult awaitGone(TableDeleteResult dropped, TableDescription former, Progress progress) {
        progress.step(TEXT.get("drop.waiting", dropped.name()));
        return poller.poll(() -> isGone(dropped.name(), former) ? Optional.of(dropped) : Optional.empty(), progress, () -> late(dropped));
    }

    private boolean isGone(String name, TableDescription former) {
        try {
            TableDescription now = clients.dynamoDb().describeTable(b -> b.tableName(name)).table();
            // A table of that name that another client created in the meantime has another ID.
            return former.tableId() != null && now.tableId() != null && !former.tableId().equals(now.tableId());
        } catch (ResourceNotFoundException e) {
            return true;
        }
    }

    private OperationFailedException late(TableDeleteResult dropped) {
        long minutes = Math.max(1, poller.bound().toMinutes());
        @Nullable String backup = restorable(dropped.backup());
        String remedy = TEXT.get("drop.late.remedy");
        return new OperationFailedException(TEXT.get("drop.late", dropped.name(), minutes),
                backup == null ? remedy : remedy + " " + backup);
    }
}
