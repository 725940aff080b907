package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** @param digests of all items in the backup */
    BackupRefresher(AwsClients clients, BackupFile backup, DigestTable digests) {
        this.clients = clients;
        this.backup = backup;
        this.digests = digests;
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
        try (NewFile late = NewFile.at(backup.file()); BackupReader present = new BackupReader(backup.file())) {
            Set<ItemKey> replaced = new HashSet<>();
            long count = writeLate(present.header(), late, replaced, progress);
            if (count > 0) {
                merge(present, late, count, replaced, progress);
            }
            return count;
        } catch (IOException | UncheckedIOException e) {
            throw new OperationFailedException(TEXT.get("backup.unwritable", backup.file(), String.valueOf(e.getMessage())),
                    TEXT.get("backup.unwritable.remedy"), e);
        }
    }

    /** The digest of a key. */
    private record ItemKey(long first, long second) {
        static ItemKey of(ItemDigest digest) {
            return new ItemKey(digest.key1(), digest.key2());
        }
    }

    private long writeLate(BackupHeader header, NewFile late, Set<ItemKey> replaced, Progress progress) throws IOException {
        List<String> keys = header.table().keyNames();
        long[] count = {0};
        try (BufferedWriter lines = BackupWriter.lines(late)) {
            new TableScanner(clients).read(backup.table(), new ScanOptions(0, 1, 0), true,
                    page -> count[0] += late(page, keys, lines, replaced), progress);
        }
        return count[0];
    }

    private long late(ItemPage page, List<String> keys, BufferedWriter lines, Set<ItemKey> replaced) {
        long count = 0;
        try {
            for (Item item : page.items()) {
                ItemDigest digest = ItemDigest.of(item, keys);
                DigestTable.Known known = digests.put(digest);
                if (known != DigestTable.Known.SAME) {
                    BackupWriter.write(lines, item);
                    count++;
                }
                if (known == DigestTable.Known.CHANGED) {
                    replaced.add(ItemKey.of(digest));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    /** Writes the backup anew: its own items without those that were replaced, then the late ones. */
    private void merge(BackupReader present, NewFile late, long count, Set<ItemKey> replaced, Progress progress) throws IOException {
        BackupHeader header = present.header();
        List<String> keys = header.table().keyNames();
        try (NewFile items = NewFile.at(backup.file()); NewFile whole = NewFile.at(backup.file())) {
            long kept = 0;
            try (BufferedWriter lines = BackupWriter.lines(items)) {
                for (@Nullable Item item = present.item(); item != null; item = present.item()) {
                    progress.stopIfCancelled();
                    if (replaced.isEmpty() || !replaced.contains(ItemKey.of(ItemDigest.of(item, keys)))) {
                        BackupWriter.write(lines, item);
                        kept++;
                    }
                }
            }
            BackupWriter.join(new BackupHeader(header.instant(), kept + count, header.table()), List.of(items, late), whole);
            BackupWriter.verify(whole.temporary(), kept + count, progress);
            whole.replace();
        }
    }
}
