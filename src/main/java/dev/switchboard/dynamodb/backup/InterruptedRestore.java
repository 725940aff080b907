package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.job.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A table that holds a part of a backup, because a restore of it did not come to its end, and nothing else. */
final class InterruptedRestore {
    private static final int CHUNK = 100;
    private final ItemImageReader table;
    private final Path file;

    InterruptedRestore(AwsClients clients, String table, Path file) {
        KeySchema keys = KeySchema.of(TableReader.descriptionOrFail(clients.dynamoDb(), table));
        this.table = new ItemImageReader(clients.dynamoDb(), table, keys);
        this.file = file;
    }

    /** How many items of the backup the table holds; empty where it holds one of them with other attributes. */
    OptionalLong present(Progress progress) {
        long present = 0;
        long seen = 0;
        try (BackupReader lines = new BackupReader(file)) {
            for (List<Item> chunk = chunk(lines); !chunk.isEmpty(); chunk = chunk(lines)) {
                progress.stopIfCancelled();
                Map<Item, Item> found = found(chunk);
                for (Item item : chunk) {
                    @Nullable Item there = found.get(table.keys().of(item));
                    if (there != null && !ItemValues.same(there, item)) {
                        return OptionalLong.empty();
                    }
                    present += there == null ? 0 : 1;
                }
                seen += chunk.size();
                progress.advance(seen, lines.header().items());
            }
        }
        return OptionalLong.of(present);
    }

    /** The items of the backup that the table does not hold, read as they are needed. */
    Iterator<Item> missing(BackupReader lines) {
        return new Iterator<>() {
            private final Queue<Item> next = new ArrayDeque<>();

            @Override
            public boolean hasNext() {
                for (List<Item> chunk = List.of(); next.isEmpty();) {
                    chunk = chunk(lines);
                    if (chunk.isEmpty()) {
                        return false;
                    }
                    Map<Item, Item> found = found(chunk);
                    chunk.stream().filter(item -> !found.containsKey(table.keys().of(item))).forEach(next::add);
                }
                return true;
            }

            @Override
            public Item next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return next.remove();
            }
        };
    }

    private Map<Item, Item> found(List<Item> chunk) {
        return table.read(chunk.stream().map(table.keys()::of).distinct().toList());
    }

    private static List<Item> chunk(BackupReader lines) {
        List<Item> chunk = new ArrayList<>(CHUNK);
        int most = CapacityScope.chunk(CHUNK);
        while (chunk.size() < most) {
            @Nullable Item item = lines.item();
            if (item == null) {
                break;
            }
            chunk.add(item);
        }
        return chunk;
    }
}
