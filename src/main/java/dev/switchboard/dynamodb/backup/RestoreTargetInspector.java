package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Determines, before a restore is confirmed, whether a table can take it. Reads no more than the first items of the table. */
final class RestoreTargetInspector {
    /** The maximum number of items that are read from the table. */
    static final int MOST_ITEMS = 1_000;

    private static final Messages TEXT = Messages.of(RestoreTargetInspector.class);
    private final AwsClients clients;
    private final TableReader reader;

    RestoreTargetInspector(AwsClients clients) {
        this.clients = clients;
        reader = new TableReader(clients);
    }

    RestoreTarget inspect(Path file, String name, Progress progress) {
        Optional<TableDetails> existing = reader.find(name);
        if (existing.isEmpty()) {
            return new RestoreTarget(RestoreTarget.State.MISSING, 0, false, "");
        }
        TableDetails table = existing.get();
        try (BackupReader lines = new BackupReader(file)) {
            TableDefinition definition = lines.header().table().named(name);
            if (!table.keys().equals(definition.keys())) {
                return unsuitable(TEXT.get("restore.differs", name, String.join("; ", definition.differences(table))));
            }
            if (!table.isActive()) {
                return unsuitable(TEXT.get("restore.state", name, table.status()));
            }
            return compare(lines, name, progress);
        }
    }

    private static RestoreTarget unsuitable(String reason) {
        return new RestoreTarget(RestoreTarget.State.UNSUITABLE, 0, false, reason);
    }

    private RestoreTarget compare(BackupReader lines, String name, Progress progress) {
        KeySchema keys = KeySchema.of(TableReader.descriptionOrFail(clients.dynamoDb(), name));
        Map<Item, Item> present = new HashMap<>();
        ScanOptions first = new ScanOptions(MOST_ITEMS + 1L, 1, ScanOptions.USUAL_RATE);
        new TableScanner(clients).read(
                name, first, true, page -> page.items().forEach(item -> present.put(keys.of(item), item)), progress);
        boolean more = present.size() > MOST_ITEMS;
        long items = Math.min(present.size(), MOST_ITEMS);
        if (present.isEmpty()) {
            return new RestoreTarget(RestoreTarget.State.EMPTY, 0, false, "");
        }
        boolean restored = present.size() <= lines.header().items() && allIn(lines, keys, present, progress);
        return new RestoreTarget(
                restored ? RestoreTarget.State.PARTLY_RESTORED : RestoreTarget.State.OTHER_ITEMS, items, more, "");
    }

    private static boolean allIn(BackupReader lines, KeySchema keys, Map<Item, Item> present, Progress progress) {
        long seen = 0;
        for (Item item = lines.item(); item != null && !present.isEmpty(); item = lines.item()) {
            progress.stopIfCancelled();
            progress.advance(++seen, lines.header().items());
            @Nullable Item there = present.remove(keys.of(item));
            if (there != null && !ItemValues.same(there, item)) {
                return false;
            }
        }
        return present.isEmpty();
    }
}
