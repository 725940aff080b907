package dev.switchboard.dynamodb.backup;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemLineWriter;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a backup anew: its own items without some, then others. */
final class BackupMerger {
    private BackupMerger() {}

    /**
     * Merges a backup into a new file, and verifies that.
     *
     * @param present the backup to take the header and the items from
     * @param without the items that are left out
     * @param others the items that are added, each on a line, as a gzip file
     * @param count their number
     * @param moment the moment that the merged items are of; null where it is not one moment
     * @param whole the new file; the caller gives it its name
     */
    static void merge(
            Path present, Predicate<Item> without, NewFile others, long count, @Nullable Instant moment, NewFile whole, Progress progress)
            throws IOException {
        try (BackupReader reader = new BackupReader(present); NewFile items = NewFile.at(whole.temporary())) {
            long kept = 0;
            try (ItemLineWriter lines = BackupWriter.lines(items)) {
                for (@Nullable Item item = reader.item(); item != null; item = reader.item()) {
                    progress.stopIfCancelled();
                    if (!without.test(item)) {
                        lines.write(item);
                        kept++;
                    }
                }
            }
            BackupWriter.join(reader.header().with(kept + count, moment), count == 0 ? List.of(items) : List.of(items, others), whole);
            BackupWriter.verify(whole.temporary(), kept + count, progress);
        }
    }

    /** Merges the last write to each key of a log; returns the number of items that it put. */
    static long merge(Path present, ChangeLog changes, Instant moment, NewFile whole, Progress progress) throws IOException {
        try (NewFile puts = NewFile.at(whole.temporary())) {
            long[] count = {0};
            try (ItemLineWriter lines = BackupWriter.lines(puts)) {
                changes.forEachLast((key, item) -> {
                    if (item != null) {
                        lines.write(item);
                        count[0]++;
                    }
                });
            }
            merge(present, changes::contains, puts, count[0], moment, whole, progress);
            return count[0];
        }
    }
}
