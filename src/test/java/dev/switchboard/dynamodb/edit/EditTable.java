package dev.switchboard.dynamodb.edit;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.change.ItemUndoManager;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Journal;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table with the key pk and sk on an engine, the services that edit it with a journal, and a client that looks and meddles. */
public final class EditTable implements AutoCloseable {
    public final String name = TestAws.tableName("edit");
    public final AwsClients clients;
    public final Journal journal = TestJournal.dev();
    public final EditCommitter committer;
    public final BulkEditor bulk;
    public final ItemPutter putter;
    private final DynamoDbClient other;

    public EditTable(NamedEngine engine) {
        this(engine.endpoint(), engine.endpoint());
    }

    /** @param through where the services send their requests */
    public EditTable(URI engine, URI through) {
        SettingsFile none = SettingsFile.read(Path.of("there", "is", "no", "such", "file"));
        Settings settings = Settings.resolve(Environment.DEV, Map.of(Setting.AWS_REGION, "us-east-1"), Map.of(), none);
        clients = new AwsClients(settings, Environment.DEV.policy().newLock(InstantSource.system()), new ActivityLog(), journal,
                () -> through, () -> through, null, Timeouts.USUAL);
        committer = new EditCommitter(clients);
        bulk = new BulkEditor(clients);
        putter = new ItemPutter(clients);
        other = TestEngines.dynamoDbClient(engine);
        new Tables(TestAws.clients(engine)).create(MessagesTablePreset.of(name, true, false, true), Progress.NONE);
    }

    /** An item of three string attributes. */
    public static Item item(int number, String text) {
        return Item.builder().string("pk", "p" + number % 3).string("sk", String.format("%04d", number)).string("text", text).build();
    }

    /** Puts this many items past the services. */
    public List<Item> fill(int count) {
        List<Item> items = IntStream.range(0, count).mapToObj(i -> item(i, "text " + i)).toList();
        items.forEach(this::put);
        return items;
    }

    /** Puts an item as another process does. */
    public void put(Item item) {
        other.putItem(b -> b.tableName(name).item(item.attributes()));
    }

    /** Deletes an item as another process does. */
    public void delete(Item item) {
        other.deleteItem(b -> b.tableName(name).key(item.only(List.of("pk", "sk")).attributes()));
    }

    /** All items that are there now, by sort key. */
    public Map<String, Item> items() {
        Map<String, Item> items = new TreeMap<>();
        other.scanPaginator(b -> b.tableName(name).consistentRead(true)).items().forEach(item -> {
            Item found = Item.of(item);
            items.put(found.display("sk"), found);
        });
        return items;
    }

    /** Undoes a change from the journal. */
    public long undo(String change) {
        Entry entry = journal.get(change);
        return new ItemUndoManager(clients).undo(entry, Progress.NONE).restored();
    }

    @Override
    public void close() {
        other.deleteTable(b -> b.tableName(name));
        clients.close();
    }
}
