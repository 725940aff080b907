package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.batch.WithTotal;
import dev.switchboard.dynamodb.item.Endings;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.Scans;
import dev.switchboard.dynamodb.table.TableCreation;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.failure.BadInput;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Failed;
import dev.switchboard.failure.PartlyDone;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Recording;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Brings a table back from a backup. */
final class Restoring {
    private static final Messages TEXT = Messages.of(Restoring.class);
    private final AwsClients clients;
    private final TableReader reader;
    private final Scans scans;

    Restoring(AwsClients clients) {
        this.clients = clients;
        reader = new TableReader(clients);
        scans = new Scans(clients, Environment.DEV.policy());
    }

    Restored restore(Path file, @Nullable String asName, Progress progress) {
        BackupHeader header = check(file, progress);
        TableDefinition definition = asName == null ? header.table() : header.table().named(asName);
        BadInput bad = TableRules.check(definition);
        if (bad != null) {
            throw bad;
        }
        String name = definition.name();
        Optional<TableDetails> existing = reader.find(name);
        existing.ifPresent(table -> refuseUnlessEmpty(definition, table));
        if (existing.isEmpty()) {
            new TableCreation(clients, reader).create(definition, progress);
        }
        long written = fill(file, name, header.items(), progress);
        progress.step(TEXT.get("restore.counting", name));
        long counted = count(name, written);
        if (counted != header.items()) {
            throw new PartlyDone(TEXT.get("restore.miscounted", written, counted, name), TEXT.get("restore.miscounted.remedy"));
        }
        return new Restored(name, counted, existing.isEmpty());
    }

    private long count(String name, long written) {
        try {
            return scans.read(name, new ScanOptions(0, 1, 0), true, page -> {}, Progress.NONE).items();
        } catch (SdkException e) {
            throw new PartlyDone(TEXT.get("restore.uncounted", written, name, Endings.words(e)), TEXT.get("restore.miscounted.remedy"), e);
        }
    }

    /** Reads the whole file once, so that a damaged one is known before anything is made. */
    private static BackupHeader check(Path file, Progress progress) {
        progress.step(TEXT.get("restore.checking", file.getFileName()));
        try (BackupLines lines = new BackupLines(file)) {
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
            throw new Failed(
                    TEXT.get("restore.differs", name, String.join("; ", definition.differences(table))), TEXT.get("restore.not-empty.remedy"));
        }
        if (!table.isActive()) {
            throw new Failed(TEXT.get("restore.state", name, table.status()), TEXT.get("drop.state.remedy"));
        }
        if (scans.read(name, new ScanOptions(1, 1, 0), true, page -> {}, Progress.NONE).items() > 0) {
            throw new Failed(TEXT.get("restore.not-empty", name), TEXT.get("restore.not-empty.remedy"));
        }
    }

    private long fill(Path file, String name, long items, Progress progress) {
        progress.step(TEXT.get("restore.writing", name));
        Intent intent = Intent.of("tables restore", TEXT.get("journal.restore", items, file, name), UndoKind.ROWS);
        Recording change = new ItemStore(clients).begin(name, intent);
        try {
            long written = write(file, name, items, progress, change);
            change.done(TEXT.get("journal.rows", written));
            return written;
        } catch (RuntimeException e) {
            throw Endings.told(change, e);
        }
    }

    private long write(Path file, String name, long items, Progress progress, Recording change) {
        try (BackupLines lines = new BackupLines(file)) {
            return new BatchWriter(clients).fill(name, () -> puts(lines), new WithTotal(progress, items), change);
        } catch (Cancelled e) {
            throw new Cancelled(TEXT.get("restore.cancelled", e.sentence()), TEXT.get("restore.cancelled.remedy", name), e);
        } catch (PartlyDone e) {
            throw new PartlyDone(e.sentence(), TEXT.get("restore.cancelled.remedy", name), e);
        } catch (BadInput e) {
            // It was whole a moment ago: somebody changed it under us.
            throw new Failed(e.sentence(), TEXT.get("restore.cancelled.remedy", name), e);
        }
    }

    private static Iterator<Write> puts(BackupLines lines) {
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
