package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.dynamodb.item.ItemLineWriter;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Adds to a backup what was written to its table since. The table is read again with strongly consistent reads and compared by the digests of
 * its items; one that was deleted since stays in the backup.
 */
final class BackupRefresher {
    /** A table that still changes after so many comparisons is in use. */
    static final int MOST_COMPARISONS = 4;

    private static final Messages TEXT = Messages.of(BackupRefresher.class);
    private final AwsClients clients;
    private final BackupFile backup;
    private final DigestTable digests;
    private final WriteRecorder recorder;
    private final double readCapacityPerSecond;

    /**
     * @param digests of all items in the backup
     * @param recorder goes on reading the table's stream
     * @param readCapacityPerSecond the rate of the scan, as in {@link ScanOptions}
     */
    BackupRefresher(AwsClients clients, BackupFile backup, DigestTable digests, WriteRecorder recorder, double readCapacityPerSecond) {
        this.clients = clients;
        this.backup = backup;
        this.digests = digests;
        this.recorder = recorder;
        this.readCapacityPerSecond = readCapacityPerSecond;
    }

    /**
     * Compares and adds until a comparison finds nothing new.
     *
     * @return the number of items that were added or replaced
     * @throws OperationRefusedException if the last comparison still found some; the backup contains those too
     */
    long untilUnchanged(Progress progress) {
        long added = 0;
        for (int comparison = 1;; comparison++) {
            progress.step(TEXT.get("refresh.step", backup.table()));
            long late = compare(progress);
            added += late;
            if (late == 0) {
                return added;
            }
            if (comparison == MOST_COMPARISONS) {
                throw new OperationRefusedException(TEXT.get("refresh.busy", backup.table(), late),
                        TEXT.get("refresh.busy.remedy", backup.table(), backup.file()));
            }
        }
    }

    private long compare(Progress progress) {
        // The replaced keys are in a file as the digests are, because a table may be rewritten as a whole.
        try (NewFile late = NewFile.at(backup.file()); DigestTable replaced = new DigestTable(backup.file())) {
            List<String> keys = keys();
            long count = writeLate(keys, late, replaced, progress);
            if (count > 0) {
                try (NewFile whole = NewFile.at(backup.file())) {
                    BackupMerger.merge(backup.file(), item -> replaced.get(ItemDigest.of(item, keys)) != null, late, count, null, whole,
                            progress);
                    whole.replace();
                }
            }
            return count;
        } catch (IOException | UncheckedIOException e) {
            throw BackupWriter.unwritable(backup.file(), e);
        }
    }

    private List<String> keys() {
        try (BackupReader present = new BackupReader(backup.file())) {
            return present.header().table().keyNames();
        }
    }

    private long writeLate(List<String> keys, NewFile late, DigestTable replaced, Progress progress) throws IOException {
        long[] count = {0};
        try (ItemLineWriter lines = BackupWriter.lines(late)) {
            new TableScanner(clients)
                    .read(
                            backup.table(),
                            new ScanOptions(0, 1, readCapacityPerSecond),
                            true,
                            page -> {
                                count[0] += late(page, keys, lines, replaced);
                                recorder.poll(progress);
                            },
                            progress);
        }
        return count[0];
    }

    private long late(ItemPage page, List<String> keys, ItemLineWriter lines, DigestTable replaced) {
        long count = 0;
        try {
            for (Item item : page.items()) {
                ItemDigest digest = ItemDigest.of(item, keys);
                DigestTable.Known known = digests.put(digest);
                if (known != DigestTable.Known.SAME) {
                    lines.write(item);
                    count++;
                }
                if (known == DigestTable.Known.CHANGED) {
                    replaced.put(digest);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }
}
