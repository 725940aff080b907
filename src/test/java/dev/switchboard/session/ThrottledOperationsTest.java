package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Participant;
import dev.switchboard.doctor.CheckScope;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.edit.BulkChange;
import dev.switchboard.dynamodb.edit.ItemSource;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.seeding.ScriptLine;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.CappedDynamoDbServer;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.ExportOptions;
import dev.switchboard.transfer.ImportOptions;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Under a server that enforces the provisioned capacity, bulk operations at nearly all of it finish, and the reads of another client succeed.
 * The capacity is high and the operations are small, so that each takes seconds; thoroughly, the capacity is small, too.
 */
@Timeout(120)
class ThrottledOperationsTest {
    private static final double CAPACITY = 100;
    private static final double SMALL_CAPACITY = 5;
    private static final double LIMIT = Double.parseDouble(System.getProperty("switchboard.test.limit", "0.95"));
    private static final int SECONDS = Integer.getInteger("switchboard.test.seconds", 3);
    /** So many units are a few dozen items. */
    private static final int SMALL_SECONDS = 12;
    /** Where nothing holds the requests back, it is 17 for a scan and 26 to 44 for the others. */
    private static final int MOST_REJECTED = 13;
    /**
     * Of the limit, between the first and the last request. The server has nothing saved up at first, and a quarter of a second is left to others
     * once, which is much of these few seconds.
     */
    private static final double LEAST_USED = 0.8;
    /** In seconds. Where a request of the operation uses a second of the capacity, it is 2 to 10. */
    private static final double LONGEST_READ = 1;
    private static final double LONGEST_SMALL_READ = 3;
    private final String table = TestAws.tableName("throttled");
    private final DynamoDbClient direct = TestEngines.dynamoDbClient();

    @TempDir
    private Path folder;

    private final OtherClient other = new OtherClient();
    private double capacity;
    private CappedDynamoDbServer server;
    private Session session;

    /** Sets a limit as soon as an operation uses capacity. */
    private final Progress operator = new Progress() {
        @Override
        public void step(String text) {}

        @Override
        public void advance(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void rateStarted(RateControl rate) {
            rate.limit(LIMIT * capacity);
        }
    };

    /** The operations, and whether the capacity of reads bounds them. */
    enum Operation {
        SCAN(true), EXPORT(true), BACKUP(true), IMPORT(false), RESTORE(false), BULK_EDIT(false), SEED(false), UNDO(false), REPAIR(true);

        final boolean reads;

        Operation(boolean reads) {
            this.reads = reads;
        }
    }

    /** All take a minute, so that a usual run takes one of each kind; {@code -Dthorough=true} takes all. */
    static Set<Operation> operations() {
        return Boolean.getBoolean("thorough")
                ? EnumSet.allOf(Operation.class)
                : EnumSet.of(Operation.SCAN, Operation.IMPORT, Operation.RESTORE, Operation.UNDO);
    }

    private void open(double unitsPerSecond) {
        capacity = unitsPerSecond;
        server = new CappedDynamoDbServer(TestEngines.dynamoDb(), capacity, 1);
        direct.createTable(create -> create.tableName(table)
                .attributeDefinitions(List.of(text("pk"), text("sk")))
                .keySchema(List.of(
                        KeySchemaElement.builder().attributeName("pk").keyType("HASH").build(),
                        KeySchemaElement.builder().attributeName("sk").keyType("RANGE").build()))
                .provisionedThroughput(p -> p.readCapacityUnits((long) capacity).writeCapacityUnits((long) capacity)));
        Map<Setting, String> given = Map.of(
                Setting.DYNAMODB_ENDPOINT, server.uri().toString(), Setting.MESSAGES_TABLE, table);
        Home home = new Home(folder.resolve("home"));
        Settings settings = Settings.resolve(Environment.DEV, given, Map.of(), SettingsFile.read(home.settingsFile()));
        session = new Session(home, settings, InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
    }

    private static Item item(int number, int bytes) {
        return Item.builder().string("pk", "STRAY#" + number).string("sk", "1").string("note", "x".repeat(bytes)).build();
    }

    private List<Item> fill(int count, int bytes) {
        List<Item> items = IntStream.range(0, count).mapToObj(i -> item(i, bytes)).toList();
        new BatchWriter(TestAws.clients(TestEngines.dynamoDb()))
                .write(table, items.stream().map(item -> (Write) new Write.Put(item, false)).toList(), Progress.NONE);
        return items;
    }

    @AfterEach
    void close() {
        session.close();
        server.close();
        direct.deleteTable(delete -> delete.tableName(table));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void finishesWhileTheReadsOfAnotherClientSucceed(Operation operation) throws Exception {
        CappedDynamoDbServer.Bucket bound = run(operation, CAPACITY, SECONDS);
        assertThat(bound.throttled()).as("requests that the server rejected, because they were not held back").isLessThan(MOST_REJECTED);
        assertThat(bound.utilization()).as("the part of the limit that was used").isGreaterThan(LIMIT * LEAST_USED);
        assertThat(other.longest).as("the longest read of the other client, with the SDK's own attempts").isLessThan(LONGEST_READ);
    }

    /** As small as the capacity of a new table, where a page of 1 MB would take 26 seconds. All operations take three minutes. */
    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "thorough", matches = "true")
    void finishesAtFiveUnitsPerSecond(Operation operation) throws Exception {
        CappedDynamoDbServer.Bucket bound = run(operation, SMALL_CAPACITY, SMALL_SECONDS);
        assertThat(bound.utilization()).as("the part of the limit that was used").isGreaterThan(LIMIT * LEAST_USED);
        assertThat(other.longest).as("the longest read of the other client, with the SDK's own attempts").isLessThan(LONGEST_SMALL_READ);
    }

    /** Returns what the server counted of the capacity that bounds the operation. */
    private CappedDynamoDbServer.Bucket run(Operation operation, double unitsPerSecond, int seconds) throws Exception {
        open(unitsPerSecond);
        int units = (int) (capacity * seconds);
        Runnable run = prepare(operation, units);
        server.enforce();
        Thread reader = Thread.ofVirtual().start(other);
        run.run();
        other.ended.set(true);
        reader.join();
        CappedDynamoDbServer.Bucket bound = operation.reads ? server.reads() : server.writes();
        assertThat(bound.consumed()).as("the server charged for the work").isGreaterThan(units * 0.8);
        assertThat(other.reads).as("reads of the other client").isPositive();
        assertThat(other.throttled).as("reads of the other client that failed after the SDK's own attempts").isZero();
        return bound;
    }

    /** Reads one small item after another, a tenth of the capacity, and is not patient: a throttled read counts. */
    private final class OtherClient implements Runnable {
        final AtomicBoolean ended = new AtomicBoolean();
        long reads;
        long throttled;
        double longest;

        @Override
        public void run() {
            try (DynamoDbClient client = TestEngines.dynamoDbClient(server.otherUri())) {
                while (!ended.get()) {
                    long began = System.nanoTime();
                    try {
                        var _ = client.getItem(get -> get.tableName(table)
                                .key(Map.of("pk", AttributeValue.fromS("STRAY#0"), "sk", AttributeValue.fromS("2"))));
                        reads++;
                    } catch (ProvisionedThroughputExceededException e) {
                        throttled++;
                    }
                    longest = Math.max(longest, (System.nanoTime() - began) / 1e9);
                    Thread.sleep((long) (0.5 / capacity * 20 * 1000));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void export(Path file, Progress progress) {
        session.transfers().exporter().export(table, file, ExportOptions.all(TransferFormat.DYNAMODB_JSON), progress);
    }

    private String delete(List<Item> items, Progress progress) {
        return session.explorer().editor().bulk(table, new BulkChange.Delete(), ItemSource.of(items), -1, progress).change();
    }

    private Runnable prepare(Operation operation, int units) throws Exception {
        Path file = folder.resolve("items.json");
        return switch (operation) {
            case SCAN -> {
                fill(units / 2, 14_000);
                yield () -> session.scans().scan(table, new ScanOptions(0, 4, -1), page -> {}, operator);
            }
            case EXPORT -> {
                fill(units / 2, 14_000);
                yield () -> export(file, operator);
            }
            case BACKUP -> {
                fill(units / 4, 14_000);
                yield () -> session.backups().backup(table, null, operator);
            }
            case IMPORT -> {
                List<Item> items = fill(units, 500);
                export(file, Progress.NONE);
                delete(items, Progress.NONE);
                yield () -> session.transfers().importer()
                        .run(table, file, ImportOptions.of(TransferFormat.DYNAMODB_JSON, ConflictMode.REPLACE), operator);
            }
            case RESTORE -> {
                List<Item> items = fill(units, 500);
                Path backup = session.backups().backup(table, null, Progress.NONE).file();
                delete(items, Progress.NONE);
                yield () -> session.backups().restore(backup, null, operator);
            }
            case BULK_EDIT -> {
                List<Item> items = fill(units, 500);
                yield () -> delete(items, operator);
            }
            case SEED -> {
                Participant one = new Participant("11111111-1111-4111-8111-111111111111", "one", "One");
                Participant two = new Participant("22222222-2222-4222-8222-222222222222", "two", "Two");
                SeedPlan plan = session.seeder().plan(one, two,
                        IntStream.range(0, units).mapToObj(i -> new ScriptLine(i + 1, i % 2 + 1, "line " + i)).toList(), null);
                yield () -> session.seeder().run(plan, operator);
            }
            case UNDO -> {
                List<Item> items = fill(units, 500);
                String change = delete(items, Progress.NONE);
                yield () -> session.changes().undo(change, operator);
            }
            case REPAIR -> {
                fill(units, 500);
                CheckScope scope = new CheckScope(true, Set.of("item-unknown"), 0);
                DoctorReport report = session.doctor().check(scope, Progress.NONE, result -> {});
                yield () -> session.doctor().repair(
                        DataCheck.ITEM_UNKNOWN, report.results().getLast().findings(), RepairChoice.OLDER, operator);
            }
        };
    }
}
