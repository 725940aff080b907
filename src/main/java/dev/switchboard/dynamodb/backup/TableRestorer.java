package dev.switchboard.dynamodb.backup;

import dev.switchboard.activity.Backend;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.batch.FixedTotalProgress;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Restores a table from a backup. */
final class TableRestorer {
    private static final Messages TEXT = Messages.of(TableRestorer.class);
    private static final ScanOptions USUAL = new ScanOptions(0, 1, ScanOptions.USUAL_RATE);
    private final AwsClients clients;
    private final TableReader reader;
    private final TableScanner scans;
    private final double writeCapacityPerSecond;

    /** @param writeCapacityPerSecond the rate of the writes; 0 for no limit, negative for the usual one */
    TableRestorer(AwsClients clients, double writeCapacityPerSecond) {
        this.clients = clients;
        this.writeCapacityPerSecond = writeCapacityPerSecond;
        reader = new TableReader(clients);
        scans = new TableScanner(clients);
    }

    TableRestoreResult restore(Path file, @Nullable String asName, Progress progress) {
        clients.permits().checkUnlocked("tables restore");
        BackupHeader header = check(file, progress);
        TableDefinition definition = asName == null ? header.table() : header.table().named(asName);
        InvalidInputException bad = TableRules.check(definition);
        if (bad != null) {
            throw bad;
        }
        String name = definition.name();
        // One authorization for the table and its items: filling a large table takes longer than the environment stays unlocked.
        String what = TEXT.get("journal.restore", header.items(), file, name);
        try (WriteAuthorization authorization = clients.permits().authorize(Backend.DYNAMODB, "tables restore", what)) {
            return restore(authorization, file, definition, header, progress);
        }
    }

    private TableRestoreResult restore(
            WriteAuthorization authorization, Path file, TableDefinition definition, BackupHeader header, Progress progress) {
        String name = definition.name();
        long items = header.items();
        Optional<TableDetails> existing = reader.find(name);
        long present = existing.isEmpty() ? 0 : present(file, definition, existing.get(), items, progress);
        @Nullable String rejected =
                existing.isEmpty() ? RestoredTable.create(clients, authorization, definition, header.settings(), progress) : null;
        CapacityLimiter rate = new CapacityLimiter(
                RateControl.Unit.WRITE,
                new CapacityEstimator(clients).writeRate(definition, existing, writeCapacityPerSecond),
                existing.map(TableDetails::writeCapacity).orElse(definition.onDemand() ? 0 : definition.writeCapacity()));
        long written = fill(authorization, file, name, items, present, rate, progress);
        progress.step(TEXT.get("restore.counting", name));
        long counted = count(name, written, progress);
        if (counted != items) {
            throw new PartialCompletionException(TEXT.get("restore.miscounted", written, counted, name),
                    TEXT.get("restore.miscounted.remedy"));
        }
        TableSettingsRestorer.Outcome settings = header.settings() == null
                ? TableSettingsRestorer.Outcome.NOTHING
                : new TableSettingsRestorer(clients, TableSettingsRestorer.USUAL, TableSettingsRestorer.Purpose.RESTORE)
                        .restore(authorization, name, header.settings(), rejected, progress);
        return new TableRestoreResult(name, counted, existing.isEmpty(), settings.set(), settings.failed(), settings.notOffered());
    }

    private long count(String name, long written, Progress progress) {
        try {
            return scans.read(name, USUAL, true, page -> {}, progress).items();
        } catch (SdkException e) {
            throw new PartialCompletionException(TEXT.get("restore.uncounted", written, name, ChangeOutcomes.words(e)),
                    TEXT.get("restore.miscounted.remedy"), e);
        }
    }

    /** Reads the whole file, so that a damaged one is detected before anything is created. */
    private static BackupHeader check(Path file, Progress progress) {
        progress.step(TEXT.get("restore.checking", file.getFileName()));
        try (BackupReader lines = new BackupReader(file)) {
            long count = 0;
            while (lines.item() != null) {
                progress.stopIfCancelled();
                progress.advance(++count, lines.header().items());
            }
            return lines.header();
        }
    }

    /** How many items of the backup are in the table already: none, or those of a restore that did not come to its end. */
    private long present(Path file, TableDefinition definition, TableDetails table, long items, Progress progress) {
        String name = table.name();
        if (!table.keys().equals(definition.keys())) {
            throw new OperationFailedException(
                    TEXT.get("restore.differs", name, String.join("; ", definition.differences(table))),
                    TEXT.get("restore.not-empty.remedy"));
        }
        if (!table.isActive()) {
            throw new OperationFailedException(TEXT.get("restore.state", name, table.status()), TEXT.get("drop.state.remedy"));
        }
        // One more than the backup has is enough to know that there is something else.
        long held = scans.read(name, new ScanOptions(items + 1, 1, ScanOptions.USUAL_RATE), true, page -> {}, progress).items();
        if (held == 0) {
            return 0;
        }
        progress.step(TEXT.get("restore.comparing", name));
        OptionalLong present = held > items ? OptionalLong.empty() : present(name, file, table, progress);
        if (present.isEmpty() || present.getAsLong() != held) {
            throw new OperationFailedException(TEXT.get("restore.not-empty", name), TEXT.get("restore.not-empty.remedy"));
        }
        return held;
    }

    private OptionalLong present(String name, Path file, TableDetails table, Progress progress) {
        try (CapacityScope _ = CapacityScope.ofReads(readRate(table), progress)) {
            return new InterruptedRestore(clients, name, file).present(progress);
        }
    }

    private CapacityLimiter readRate(TableDetails table) {
        return CapacityLimiter.reads(CapacityLimiter.USUAL, table, clients.policy());
    }

    private long fill(
            WriteAuthorization authorization, Path file, String name, long items, long present, CapacityLimiter rate, Progress progress) {
        progress.step(present == 0 ? TEXT.get("restore.writing", name) : TEXT.get("restore.resuming", name, present, items));
        Intent intent = Intent.of("tables restore", TEXT.get("journal.restore", items, file, name), UndoKind.ROWS);
        TableDescription table = TableReader.descriptionOrFail(clients.dynamoDb(), name);
        ChangeTarget target = TableChangeTargets.of(clients, table);
        WritePermit change = authorization.begin(intent, target, null);
        CapacityLimiter reads = readRate(TableDescriptionMapper.details(table, null, Map.of()));
        try (CapacityScope _ = CapacityScope.ofReads(reads, progress)) {
            long written = write(file, name, items, present, rate, progress, change);
            change.done(TEXT.get("journal.rows", written));
            return written;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    private long write(
            Path file,
            String name,
            long items,
            long present,
            CapacityLimiter rate,
            Progress progress,
            WritePermit change) {
        BatchWriter writer = new BatchWriter(clients);
        try (BackupReader lines = new BackupReader(file)) {
            return present == 0
                    ? writer.fill(name, () -> puts(lines), rate, new FixedTotalProgress(progress, items), change)
                    : writer.fill(name, () -> puts(new InterruptedRestore(clients, name, file).missing(lines)), rate,
                            new FixedTotalProgress(progress, items - present), change);
        } catch (OperationCancelledException e) {
            throw new OperationCancelledException(TEXT.get("restore.cancelled", e.sentence()),
                    TEXT.get("restore.cancelled.remedy", name, change.id()), e);
        } catch (PartialCompletionException e) {
            throw new PartialCompletionException(e.sentence(), TEXT.get("restore.cancelled.remedy", name, change.id()), e);
        } catch (InvalidInputException e) {
            // The file was whole a moment ago: it was changed in the meantime.
            throw new OperationFailedException(e.sentence(), TEXT.get("restore.cancelled.remedy", name, change.id()), e);
        }
    }

    private static Iterator<Write> puts(BackupReader lines) {
        return puts(new Iterator<>() {
            private @Nullable Item next = lines.item();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Item next() {
                Item item = next;
                if (item == null) {
                    throw new NoSuchElementException();
                }
                next = lines.item();
                return item;
            }
        });
    }

    private static Iterator<Write> puts(Iterator<Item> items) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Write next() {
                return new Write.Put(items.next(), false);
            }
        };
    }
}
