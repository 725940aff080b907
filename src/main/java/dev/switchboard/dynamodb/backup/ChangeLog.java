package dev.switchboard.dynamodb.backup;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.RegularFiles;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a table in their order, in temporary files, so that their number is not limited by the heap. Of several writes to one key the
 * last one counts. Not thread-safe.
 */
final class ChangeLog implements AutoCloseable {
    private static final char PUT = '+';
    private static final char DELETION = '-';
    private final List<String> keys;
    private final NewFile file;
    private final BufferedWriter lines;
    /** By key, the number of its last write as the content. */
    private final DigestTable last;
    private long writes;

    /**
     * @param beside a file in whose folder the temporary files are created
     * @param keys the names of the table's key attributes
     */
    // The stream and the table are closed with the log, which lives longer than this constructor.
    @SuppressWarnings("MustBeClosedChecker")
    ChangeLog(Path beside, List<String> keys) throws IOException {
        this.keys = keys;
        last = new DigestTable(beside);
        file = NewFile.at(beside);
        lines = new BufferedWriter(new OutputStreamWriter(file.output(), StandardCharsets.UTF_8));
    }

    /** Receives the last write to each key. */
    interface Receiver {
        /**
         * Receives the last write to a key.
         *
         * @param key the digest of the key
         * @param item the item; null if it was deleted
         */
        void accept(ItemDigest key, @Nullable Item item) throws IOException;
    }

    void put(Item item) throws IOException {
        write(PUT, item);
    }

    void delete(Item key) throws IOException {
        write(DELETION, key);
    }

    private void write(char kind, Item item) throws IOException {
        ItemDigest digest = ItemDigest.of(item, keys);
        writes++;
        last.put(new ItemDigest(digest.key1(), digest.key2(), writes, kind));
        lines.write(kind);
        lines.write(item.toJson());
        lines.write('\n');
    }

    /** The number of items that were written or deleted. */
    long size() {
        return last.size();
    }

    /** Returns whether an item of this key was written or deleted. */
    boolean contains(Item item) {
        return last.get(ItemDigest.of(item, keys)) != null;
    }

    /** Passes on the last write to each key, in their order. */
    void forEachLast(Receiver receiver) throws IOException {
        lines.flush();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(RegularFiles.open(file.temporary()), StandardCharsets.UTF_8))) {
            for (long number = 1; number <= writes; number++) {
                String line = in.readLine();
                Item item = Item.ofJson(line.substring(1));
                ItemDigest digest = ItemDigest.of(item, keys);
                ItemDigest known = last.get(digest);
                if (known != null && known.content1() == number) {
                    receiver.accept(digest, line.charAt(0) == PUT ? item : null);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        last.close();
        try {
            lines.close();
        } finally {
            file.close();
        }
    }
}
