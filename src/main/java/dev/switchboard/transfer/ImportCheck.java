package dev.switchboard.transfer;

import dev.switchboard.dynamodb.backup.DigestTable;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.value.ItemRules;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.TransferReader;
import dev.switchboard.transfer.format.TransferRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read to its end, before anything is written.
 *
 * @param records the number of its records
 * @param rejected the positions of those that are not valid
 * @param identity tells whether another file has the same records
 */
record ImportCheck(long records, BitSet rejected, String identity) {
    private static final Messages TEXT = Messages.of(ImportCheck.class);

    /**
     * Reads a file. Of several items with one key, the first is valid.
     *
     * @param beside a file in whose folder a temporary file is created, in which the keys are collected
     * @throws dev.switchboard.failure.InvalidInputException if the file is damaged
     */
    static ImportCheck of(TransferReader reader, ItemRules rules, KeySchema keys, Path beside, Rejects rejects, Progress progress)
            throws IOException {
        BitSet rejected = new BitSet();
        long records = 0;
        long sum = 0;
        try (DigestTable seen = new DigestTable(beside)) {
            for (@Nullable TransferRecord next = reader.next(); next != null; next = reader.next()) {
                progress.stopIfCancelled();
                records = next.number();
                @Nullable Item item = next.item();
                @Nullable String problem = item == null ? next.problem() : problem(item, rules);
                if (item != null && problem == null) {
                    ItemDigest digest = ItemDigest.of(item, List.copyOf(item.names()));
                    sum = 31 * sum + digest.content1();
                    Item key = keys.of(item);
                    if (seen.put(ItemDigest.of(key, keys.names())) != DigestTable.Known.NEW) {
                        problem = TEXT.get("import.twice", key.toJson());
                    }
                }
                if (problem != null) {
                    rejected.set(Math.toIntExact(records));
                    rejects.add(next, problem);
                }
                progress.advance(records, Progress.UNKNOWN);
            }
        }
        return new ImportCheck(records, rejected, records + "-" + rejected.cardinality() + "-" + Long.toHexString(sum));
    }

    private static @Nullable String problem(Item item, ItemRules rules) {
        List<String> problems = rules.problems(TypedItems.values(item));
        return problems.isEmpty() ? null : String.join(" ", problems);
    }

    boolean isValid(TransferRecord record) {
        return !rejected.get(Math.toIntExact(record.number()));
    }

    long valid() {
        return records - rejected.cardinality();
    }
}
