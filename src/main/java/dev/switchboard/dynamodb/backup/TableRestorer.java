package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.batch.FixedTotalProgress;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.TableCreator;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Brings a table back from a backup. */
final class TableRestorer {
    private static final Messages TEXT = Messages.of(TableRestorer.class);
    private final AwsClients clients;
    private final TableReader reader;
    private final TableScanner scans;

    TableRestorer(AwsClients clients) {
        this.clients = clients;
        reader = new TableReader(clients);
        scans = new TableScanner(clients, Environment.DEV.policy());
    }

    TableRestoreResult restore(Path file, @Nullable String asName, Progress progress) {
        BackupHeader header = check(file, progress);
        TableDefinition definition = asName == null ? header.table() : header.table().named(asName);
        InvalidInputException bad = TableRules.check(definition);
        if (bad != null) {
            throw bad;
        }
        String name = definition.name();
        Optional<TableDetails> existing = reader.find(name);
        existing.ifPresent(table -> refuseUnlessEmpty(definition, table));
        if (existing.isEmpty()) {
            new TableCreator(clients, reader).create(definition, progress);
        }
        long written = fill(file, name, header.items(), progress);
        progress.step(TEXT.get("restore.counting", name));
        long counted = count(name, written);
        if (counted != header.items()) {
            throw new PartialCompletionException(TEXT.get("restore.miscounted", written, counted, name),
                    TEXT.get("restore.miscounted.remedy"));
        }
        return new TableRestoreResult(name, counted, existing.isEmpty());
    }

    private long count(String name, long written) {
        try {
            return scans.read(name, new ScanOptions(0, 1, 0), true, page -> {}, Progress.NONE).items();
        } catch (SdkException e) {
            throw new PartialCompletionException(TEXT.get("restore.uncounted", written, name, ChangeOutcomes.words(e)),
                    TEXT.get("restore.miscounted.remedy"), e);
        }
    }

    /** Reads the whole file once, so that a damaged one is known before anything is made. */
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

    private void refuseUnlessEmpty(TableDefinition definition, TableDetails table) {
        String name = table.name();
        if (!table.keys().equals(definition.keys())) {
            throw new OperationFailedException(
                    TEXT.get("restore.differs", name, String.join("; ", definition.differences(table))),
                    TEXT.get("restore.not-empty.remedy"));
        }
        if (!table.isActive()) {
            throw new OperationFailedException(TEXT.get("restore.state", name, table.status()), TEXT.get("drop.state.remedy"));
        }
        if (scans.read(name, new ScanOptions(1, 1, 0), true, page -> {}, Progress.NONE).items() > 0) {
            throw new OperationFailedException(TEXT.get("restore.not-empty", name), TEXT.get("restore.not-empty.remedy"));
        }
    }

    private long fill(Path file, String name, long items, Progress progress) {
        progress.step(TEXT.get("restore.writing", name));
        Intent intent = Intent.of("tables restore", TEXT.get("journal.restore", items, file, name), UndoKind.ROWS);
        WritePermit change = new ItemStore(clients).begin(name, intent);
        try {
            long written = write(file, name, items, progress, change);
            change.done(TEXT.get("journal.rows", written));
            return written;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    private long write(Path file, String name, long items, Progress progress, WritePermit change) {
        try (BackupReader lines = new BackupReader(file)) {
            return new BatchWriter(clients).fill(name, () -> puts(lines), new FixedTotalProgress(progress, items), change);
        } catch (OperationCancelledException e) {
            throw new OperationCancelledException(TEXT.get("restore.cancelled", e.sentence()), TEXT.get("restore.cancelled.remedy", name),
                    e);
        } catch (PartialCompletionException e) {
            throw new PartialCompletionException(e.sentence(), TEXT.get("restore.cancelled.remedy", name), e);
        } catch (InvalidInputException e) {
            // It was whole a moment ago: somebody changed it under us.
            throw new OperationFailedException(e.sentence(), TEXT.get("restore.cancelled.remedy", name), e);
        }
    }

    private static Iterator<Write> puts(BackupReader lines) {
        return new Iterator<>() {
            private @Nullable Item next = lines.item();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Write next() {
                Item item = next;
                if (item == null) {
                    throw new NoSuchElementException();
                }
                next = lines.item();
                return new Write.Put(item, false);
            }
        };
    }
}
