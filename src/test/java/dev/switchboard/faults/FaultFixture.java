package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.ConversationReplacementService;
import dev.switchboard.conversations.ConversationWriter;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.conversations.Participant;
import dev.switchboard.dynamodb.backup.Backups;
import dev.switchboard.dynamodb.backup.TableDeleter;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.change.ItemUndoManager;
import dev.switchboard.dynamodb.edit.BulkReport;
import dev.switchboard.dynamodb.edit.EditReport;
import dev.switchboard.dynamodb.edit.EditStreamCommitter;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.edit.ItemSource;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.dynamodb.read.ReadSummary;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.edit.ItemEditor;
import dev.switchboard.failure.Failure;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Journal;
import dev.switchboard.seeding.ScriptLine;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.seeding.Seeder;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import dev.switchboard.transfer.Transfers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One cell's own messages table with a seeded conversation of two, the services through the faults, and a client past them that counts. */
final class FaultFixture implements AutoCloseable {
    static final int MESSAGES = 60;
    static final int EDITS = 30;

    /** Long enough for a loaded machine, short enough for a test. */
    static final Timeouts HASTY = new Timeouts(
            Duration.ofSeconds(2), Duration.ofMillis(1200), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(2));

    static final Participant ADA = new Participant(UUID.randomUUID().toString(), "ada", "Ada Amsel");
    static final Participant EMRE = new Participant(UUID.randomUUID().toString(), "emre", "Emre Esen");
    static final Participant IDA = new Participant(UUID.randomUUID().toString(), "ida", "Ida Igel");

    final FaultyHttpProxy faults;
    final String table = TestAws.tableName("faults");
    final Path folder;
    final Backups backups;
    final Tables tables;
    final TableDeleter dropper;
    final PlanReader reader;
    final ConversationWriter sending;
    final Seeder seeder;
    final ConversationQueries queries;
    final SeedPlan plan;

    /** The same past the faults. */
    final Seeder calmSeeder;

    final Backups calmBackups;
    final ItemEditor editor;
    final ItemStore items;
    final EditStreamCommitter streams;
    final Transfers transfers;
    private final Journal journal = TestJournal.dev();
    private final URI engine = TestEngines.dynamoDb();
    private final AwsClients clients;
    private final DynamoDbClient past = TestEngines.dynamoDbClient(engine);

    FaultFixture(Path folder) throws IOException {
        this(folder, HASTY);
    }

    FaultFixture(Path folder, Timeouts patience) throws IOException {
        this.folder = folder;
        faults = new FaultyHttpProxy(engine);
        clients = clients(faults.uri(), journal, patience);
        editor = new ItemEditor(clients);
        transfers = new Transfers(clients, new Home(folder.resolve("home")));
        backups = new Backups(clients, folder);
        tables = new Tables(clients);
        dropper = new TableDeleter(clients, backups);
        reader = new PlanReader(clients);
        items = new ItemStore(clients);
        streams = new EditStreamCommitter(clients);
        sending = new ConversationWriter(items, table, InstantSource.system());
        seeder = seeder(clients);
        calmBackups = new Backups(TestAws.clients(engine), folder);
        Tables calmTables = new Tables(TestAws.clients(engine));
        queries = new ConversationQueries(items, table);
        calmTables.create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
        calmSeeder = seeder(TestAws.clients(engine));
        plan = calmSeeder.plan(ADA, EMRE, lines(), null);
        calmSeeder.run(plan, Progress.NONE);
    }

    private Seeder seeder(AwsClients through) {
        return new Seeder(
                new ConversationReplacementService(new ItemStore(through), new BatchWriter(through), table),
                InstantSource.system());
    }

    /** Clients with an operator's settings and a test's patience. */
    static AwsClients clients(URI through, Journal journal, Timeouts patience) {
        SettingsFile none = SettingsFile.read(Path.of("there", "is", "no", "such", "file"));
        Settings settings = Settings.resolve(Environment.DEV, Map.of(Setting.AWS_REGION, "us-east-1"), Map.of(), none);
        return new AwsClients(settings, Environment.DEV.policy().newLock(InstantSource.system()), new ActivityLog(), journal,
                () -> through, () -> through, null, patience);
    }

    static List<ScriptLine> lines() {
        return IntStream.range(0, MESSAGES).mapToObj(i -> new ScriptLine(i + 1, 1 + i % 2, "Line " + i)).toList();
    }

    /** The rows that are there now, by what their partition key begins with. */
    long count(String prefix) {
        return past.scanPaginator(b -> b.tableName(table).consistentRead(true)).items().stream()
                .filter(item -> item.getOrDefault("pk", AttributeValue.fromS("")).s().startsWith(prefix))
                .count();
    }

    /** Writes an item past the faults and the services. */
    void put(Item item) {
        past.putItem(b -> b.tableName(table).item(item.attributes()));
    }

    /** One of the two group rows. */
    Item groupRow() {
        return past.scanPaginator(b -> b.tableName(table).consistentRead(true)).items().stream()
                .map(Item::of)
                .filter(item -> item.display("pk").startsWith("GRP#"))
                .findFirst()
                .orElseThrow();
    }

    /** The messages of the seeded group with this text. */
    long messages(String text) {
        return past.scanPaginator(b -> b.tableName(table).consistentRead(true)).items().stream()
                .filter(item -> item.get("pk").s().startsWith("MSG#") && item.get("message").s().equals(text))
                .count();
    }

    /** Edits of the first messages, by time: every third is deleted, the others get another text. */
    List<ItemEdit> edits() {
        List<Item> items = past.scanPaginator(b -> b.tableName(table).consistentRead(true)).items().stream()
                .map(Item::of)
                .filter(item -> item.display("pk").startsWith("MSG#"))
                .sorted(Comparator.comparing(item -> item.display("sk")))
                .limit(EDITS)
                .toList();
        return IntStream.range(0, EDITS)
                .mapToObj(i -> new ItemEdit(items.get(i), i % 3 == 0 ? null : items.get(i).with("message", "edited")))
                .toList();
    }

    /** How many of the edits are there now. */
    long edited() {
        return MESSAGES - count("MSG#") + messages("edited");
    }

    /** Whatever of the edits was written: nothing else was changed, and nothing is there twice. */
    void editsAreThereOnce() {
        assertThat(count("GRP#")).isEqualTo(2);
        assertThat(count("MSG#")).isGreaterThanOrEqualTo(MESSAGES - EDITS / 3);
        for (int i = EDITS; i < MESSAGES; i++) {
            assertThat(messages("Line " + i)).isEqualTo(1);
        }
    }

    /** Throws what a report says, as a caller does that wants a failure. */
    void failed(EditReport report) {
        Failure failure = report.failure();
        if (failure != null) {
            throw failure;
        }
    }

    /** Throws what a report says, as a caller does that wants a failure. */
    void failed(BulkReport report) {
        Failure failure = report.failure();
        if (failure != null) {
            throw failure;
        }
    }

    /** Queries the conversation through the faults, and goes on after each limit. */
    List<String> queried(Progress progress) {
        KeyCondition group = new KeyCondition("pk", new TypedValue.Text("MSG#" + plan.groupUuid()), "sk", null);
        ReadPlan plan = ReadPlan.query(table, group).limited(FaultFixture.MESSAGES / 3);
        List<String> found = new ArrayList<>();
        ReadPosition from = ReadPosition.START;
        boolean more = true;
        while (more) {
            ReadSummary summary = reader.read(
                    plan, from, page -> page.items().forEach(item -> found.add(item.toJson())), progress);
            from = ReadPosition.at(summary.next());
            more = !summary.complete();
        }
        return found;
    }

    /** Reads all items through the faults, in segments. */
    ItemSource scan(Progress progress) {
        return pages -> {
            var _ = reader.read(ReadPlan.scan(table).segmented(4), ReadPosition.START, page -> pages.accept(page.items()), progress);
        };
    }

    /** Undoes the last change past the faults, which restores that many items. */
    void undoLast(long items) {
        List<Entry> entries = journal.list(1).entries();
        if (items > 0) {
            try (AwsClients calm = clients(engine, journal, Timeouts.USUAL)) {
                assertThat(new ItemUndoManager(calm).undo(entries.getFirst(), Progress.NONE).restored()).isEqualTo(items);
            }
        }
    }

    boolean exists() {
        return past.listTablesPaginator().tableNames().stream().anyMatch(table::equals);
    }

    /** Takes the table away, past the faults. */
    void drop() {
        past.deleteTable(b -> b.tableName(table));
        past.waiter().waitUntilTableNotExists(b -> b.tableName(table));
    }

    /** The files in the folder of backups, those half written among them. */
    List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public void close() {
        faults.heal();
        if (exists()) {
            drop();
        }
        clients.close();
        faults.close();
    }
}
