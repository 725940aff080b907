package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.table.TableSettingKind;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSettingsReader;
import dev.switchboard.dynamodb.table.TableSettingsWriter;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Sets the settings of a restored table again. What the table has already stays as it is, and a setting that cannot be set is reported
 * and does not fail the restore, because the items are there.
 */
final class TableSettingsRestorer {
    /** Point-in-time recovery of a new table, for example, is not available for a minute. */
    static final Poller USUAL = new Poller(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofMinutes(3));

    /** What the table has only if it was created with it, or has to be given by hand. */
    private static final Set<TableSettingKind> ONLY_AT_CREATION = EnumSet.of(
            TableSettingKind.ENCRYPTION, TableSettingKind.TABLE_CLASS, TableSettingKind.ON_DEMAND_LIMITS, TableSettingKind.REPLICAS,
            TableSettingKind.VECTOR_INDEXES);

    private static final Messages TEXT = Messages.of(TableSettingsRestorer.class);
    private final AwsClients clients;
    private final Poller poller;
    private final Purpose purpose;
    private final List<String> set = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> notOffered = new ArrayList<>();

    /** What the table comes from: the command of the journal, and the first word of the messages. */
    enum Purpose {
        RESTORE,
        CREATE;

        String command() {
            return this == RESTORE ? "tables restore" : "tables create";
        }

        String text(String key, Object... arguments) {
            return TEXT.get((this == RESTORE ? "restore." : "create.") + key, arguments);
        }
    }

    /** @param poller how often and how long a setting is tried that DynamoDB refuses because the table is new or being updated */
    TableSettingsRestorer(AwsClients clients, Poller poller, Purpose purpose) {
        this.clients = clients;
        this.poller = poller;
        this.purpose = purpose;
    }

    /** What was set again, what failed with the reason, and what the engine does not offer, one entry for each setting. */
    record Outcome(List<String> set, List<String> failed, List<String> notOffered) {
        static final Outcome NOTHING = new Outcome(List.of(), List.of(), List.of());
    }

    /**
     * Compares the table with the settings in the backup, and sets what is missing.
     *
     * @param rejected why the table could not be created with its settings; null if it was
     */
    Outcome restore(
            WriteAuthorization authorization, String name, TableSettings backup, @Nullable String rejected, Progress progress) {
        if (backup.set().isEmpty()) {
            return Outcome.NOTHING;
        }
        progress.step(TEXT.get("restore.settings", name));
        TableDescription table;
        TableSettings present;
        try {
            table = TableReader.descriptionOrFail(clients.dynamoDb(), name);
            present = TableSettingsReader.read(clients, table);
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            String reason = ChangeOutcomes.words(e);
            backup.set().forEach(kind -> failed.add(failure(kind, backup, reason)));
            return outcome();
        }
        TableSettings wanted = backup.at(present.arn(), table.latestStreamArn());
        List<TableSettingKind> missing = new ArrayList<>();
        for (TableSettingKind kind : wanted.set()) {
            sort(kind, wanted, present, rejected, missing);
        }
        if (!missing.isEmpty()) {
            write(authorization, table, wanted, missing, progress);
        }
        return outcome();
    }

    private Outcome outcome() {
        return new Outcome(List.copyOf(set), List.copyOf(failed), List.copyOf(notOffered));
    }

    private void sort(
            TableSettingKind kind, TableSettings wanted, TableSettings present, @Nullable String rejected,
            List<TableSettingKind> missing) {
        String want = Objects.requireNonNull(kind.value(wanted));
        @Nullable String have = kind.value(present);
        if (present.notReported().contains(kind)) {
            notOffered.add(named(kind, want));
        } else if (want.equals(have)) {
            set.add(named(kind, want));
        } else if (have != null) {
            failed.add(purpose.text("setting.differs", kind.title(), have, want));
        } else if (!ONLY_AT_CREATION.contains(kind)) {
            missing.add(kind);
        } else if (kind == TableSettingKind.REPLICAS || kind == TableSettingKind.VECTOR_INDEXES) {
            failed.add(failure(kind, wanted, TEXT.get("restore.setting.by-hand")));
        } else if (rejected != null) {
            failed.add(failure(kind, wanted, rejected));
        } else {
            // The engine took it without an error and does not have it.
            notOffered.add(named(kind, want));
        }
    }

    private void write(
            WriteAuthorization authorization, TableDescription table, TableSettings wanted, List<TableSettingKind> missing,
            Progress progress) {
        String what =
                TEXT.get("journal.settings", table.tableName(), String.join(", ", missing.stream().map(TableSettingKind::title).toList()));
        WritePermit change = authorization.begin(
                Intent.event(purpose.command(), what, TEXT.get("journal.switch.undo")), TableChangeTargets.of(clients, table), null);
        int before = failed.size();
        try {
            for (TableSettingKind kind : missing) {
                one(kind, table, wanted, change, progress);
            }
        } catch (OperationCancelledException | AbortedException e) {
            change.failed(TEXT.get("restore.settings.stopped"));
            throw new OperationCancelledException(
                    purpose.text("settings.cancelled", table.tableName()), purpose.text("settings.remedy"), e);
        }
        if (failed.size() == before) {
            change.done("");
        } else {
            change.failed(String.join(" ", failed.subList(before, failed.size())));
        }
    }

    private void one(TableSettingKind kind, TableDescription table, TableSettings wanted, WritePermit change, Progress progress) {
        String value = Objects.requireNonNull(kind.value(wanted));
        try {
            boolean done = poller.tryPoll(() -> isSet(kind, table, wanted, change) ? Optional.of(true) : Optional.empty(), progress)
                    .isPresent();
            if (done) {
                change.written();
                set.add(named(kind, value));
            } else {
                failed.add(failure(kind, wanted, TEXT.get("restore.setting.busy")));
            }
        } catch (AbortedException e) {
            throw e;
        } catch (DynamoDbException e) {
            if (TableReader.isNotOffered(e)) {
                notOffered.add(named(kind, value));
            } else {
                failed.add(failure(kind, wanted, ChangeOutcomes.words(e)));
            }
        } catch (SdkException e) {
            failed.add(failure(kind, wanted, ChangeOutcomes.words(e)));
        }
    }

    /** Returns false while DynamoDB refuses it only for now. */
    private boolean isSet(TableSettingKind kind, TableDescription table, TableSettings wanted, WritePermit change) {
        try {
            TableSettingsWriter.write(clients, kind, table, wanted, change);
            return true;
        } catch (ResourceInUseException | ContinuousBackupsUnavailableException e) {
            return false;
        }
    }

    private static String named(TableSettingKind kind, String value) {
        return TEXT.get("restore.setting", kind.title(), value);
    }

    private static String failure(TableSettingKind kind, TableSettings wanted, String reason) {
        return TEXT.get("restore.setting.failed", kind.title(), String.valueOf(kind.value(wanted)), reason);
    }
}
