package dev.switchboard.dynamodb.backup;

import dev.switchboard.activity.Backend;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.table.TableSettingKind;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSettingsReader;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * Returns what a deletion with a backup costs and loses. Changes nothing.
     *
     * @param readCapacityPerSecond the rate of the backup, as in {@link dev.switchboard.dynamodb.scan.ScanOptions}
     * @throws OperationFailedException if the table does not exist, or cannot be deleted
     */
    public DropPreview preview(String name, double readCapacityPerSecond) {
        TableDescription table = existing(name);
        refuseIfNotDroppable(name, table);
        TableSettings settings = TableSettingsReader.read(clients, table);
        boolean recorded = StreamFollower.isPossible(table);
        boolean policies = !settings.notReported().contains(TableSettingKind.RESOURCE_POLICY)
                && !settings.denied().contains(TableSettingKind.RESOURCE_POLICY);
        return new DropPreview(
                name,
                new CapacityEstimator(clients).deletion(TableDescriptionMapper.details(table, null, Map.of()), readCapacityPerSecond),
                LostSettings.of(clients, table, settings),
                recorded,
                policies && !recorded);
    }

    /** Deletes a table like {@link #drop(String, String, DropOptions, Progress)} with the usual options. */
    public TableDeleteResult drop(String name, String typedName, boolean backupFirst, Progress progress) {
        return drop(name, typedName, backupFirst ? DropOptions.USUAL : DropOptions.WITHOUT_BACKUP, progress);
    }

    /**
     * Deletes a table and waits until the deletion is complete.
     *
     * @param typedName what the operator typed; must be the name of the table
     * @throws OperationRefusedException if the typed name differs, or writes cannot be refused; nothing was deleted
     * @throws OperationFailedException if the table is protected, or its status does not allow it
     * @throws OperationCancelledException if canceled, with what was done
     */
    public TableDeleteResult drop(String name, String typedName, DropOptions options, Progress progress) {
        if (!typedName.equals(name)) {
            throw new OperationRefusedException(TEXT.get("drop.typed", name), TEXT.get("drop.typed.remedy", name));
        }
        clients.permits().checkUnlocked("tables drop");
        TableDescription table = existing(name);
        refuseIfNotDroppable(name, table);
        @Nullable Path backup = options.backup() ? backups.newFile(name) : null;
        // Before the backup, which can take longer than the environment stays unlocked.
        try (WriteAuthorization authorization =
                clients.permits().authorize(Backend.DYNAMODB, "tables drop", TEXT.get("journal.drop", name))) {
            Intent intent = Intent.event("tables drop", TEXT.get("journal.drop", name), undo(table, backup));
            WritePermit change = authorization.begin(intent, TableChangeTargets.of(clients, table), null);
            if (backup == null) {
                return delete(table, new TableDeleteResult(name, null, 0), change, null, null, progress);
            }
            return recorded(authorization, table, backup, options, change, progress);
        }
    }

    private TableDescription existing(String name) {
        return reader.description(name)
                .orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
    }

    /** How to get the table back, and what of it does not come back. */
    private String undo(TableDescription table, @Nullable Path backup) {
        if (backup == null) {
            return TEXT.get("journal.drop.lost");
        }
        List<String> lost = LostSettings.of(clients, table, TableSettingsReader.read(clients, table));
        String restore = TEXT.get("journal.drop.undo", backup);
        return lost.isEmpty() ? restore : restore + " " + String.join(" ", lost);
    }

    private TableDeleteResult recorded(
            WriteAuthorization authorization, TableDescription table, Path backup, DropOptions options, WritePermit change,
            Progress progress) {
        String name = table.tableName();
        try (WriteRecorder recorder = WriteRecorder.start(clients, table, backup)) {
            @Nullable WriteRefusal refusal = options.refuseWrites() ? refuse(authorization, table, change) : null;
            long added;
            try {
                added = backUp(table, backup, recorder, options.readCapacityPerSecond(), change, progress);
            } catch (RuntimeException e) {
                throw refusal == null ? e : refusal.undo(e);
            }
            return delete(table, new TableDeleteResult(name, backup, added), change, recorder, refusal, progress);
        } catch (IOException e) {
            change.failed(String.valueOf(e.getMessage()));
            throw BackupWriter.unwritable(backup, e);
        }
    }

    private WriteRefusal refuse(WriteAuthorization authorization, TableDescription table, WritePermit change) {
        try {
            return WriteRefusal.begin(clients, authorization, table);
        } catch (RuntimeException e) {
            throw ChangeOutcomes.toldEvent(change, e);
        }
    }

    private TableDeleteResult delete(
            TableDescription table, TableDeleteResult planned, WritePermit change, @Nullable WriteRecorder recorder,
            @Nullable WriteRefusal refusal, Progress progress) {
        String name = table.tableName();
        @Nullable Path backup = planned.backup();
        try {
            progress.step(TEXT.get("drop.deleting", name));
            ask(name, change, refusal);
            TableDeleteResult dropped = Cancellations.saying(
                    cause -> new OperationCancelledException(TEXT.get("drop.cancelled-late", name), restorable(backup), cause),
                    () -> awaitGone(planned, table, progress));
            boolean complete = recorder != null && backup != null && isComplete(recorder, backup, progress);
            change.done(backup == null
                    ? ""
                    : TEXT.get(complete ? "journal.dropped.complete" : "journal.dropped", dropped.added()));
            return new TableDeleteResult(name, backup, dropped.added(), complete);
        } catch (RuntimeException e) {
            throw ChangeOutcomes.toldEvent(change, e);
        }
    }

    /** The table is gone: if its stream cannot be read to the end, the backup stays as it was compared. */
    private static boolean isComplete(WriteRecorder recorder, Path backup, Progress progress) {
        try {
            return recorder.finishDeleted(backup, Instant.now(), progress);
        } catch (IOException e) {
            LOG.warn("The last writes could not be added to {}", backup, e);
            return false;
        }
    }

    /** Nothing is deleted yet, so that whatever goes wrong has changed nothing. */
    private long backUp(
            TableDescription table, Path file, WriteRecorder recorder, double rate, WritePermit change, Progress progress) {
        try {
            return Cancellations.saying(
                    cause -> new OperationCancelledException(TEXT.get("drop.cancelled-early", table.tableName()), null, cause), () -> {
                        long added = backups.backupForDeletion(table, file, recorder, rate, progress);
                        progress.stopIfCancelled();
                        return added;
                    });
        } catch (RuntimeException e) {
            change.failed(e instanceof Failure failure ? failure.sentence() : ChangeOutcomes.words(e));
            throw e;
        }
    }

    /** Requests the deletion; if it is refused, writes are accepted again. */
    private void ask(String name, WritePermit change, @Nullable WriteRefusal refusal) {
        try {
            ask(name, change);
        } catch (RuntimeException e) {
            throw refusal == null ? e : refusal.undo(e);
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
