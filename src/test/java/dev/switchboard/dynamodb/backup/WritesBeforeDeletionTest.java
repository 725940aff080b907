package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What is written to a table while it is backed up and deleted. */
@Timeout(120)
class WritesBeforeDeletionTest {
    @TempDir
    Path folder;

    static List<NamedEngine> engines() {
        return TestEngines.everyDynamoDb();
    }

    private static Map<String, AttributeValue> item(String sk, String text) {
        return Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS(sk), "message", AttributeValue.fromS(text));
    }

    private static Set<Item> items(DynamoDbClient client, String table) {
        Set<Item> items = new HashSet<>();
        client.scanPaginator(b -> b.tableName(table).consistentRead(true)).items().forEach(item -> items.add(Item.of(item)));
        return items;
    }

    private static String table(AwsClients clients, DynamoDbClient direct, int items) {
        String table = TestAws.tableName("late");
        new Tables(clients).create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
        IntStream.range(0, items).forEach(i -> direct.putItem(b -> b.tableName(table).item(item("early " + i, "old"))));
        return table;
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatIsPutReplacedAndDeletedAfterTheBackupIsInTheBackup(NamedEngine engine) {
        DynamoDbClient direct = TestEngines.dynamoDbClient(engine.endpoint());
        AtomicInteger scans = new AtomicInteger();
        try (InterceptingProxy between = new InterceptingProxy(engine.endpoint()); AwsClients clients = TestAws.open(between.uri())) {
            String table = table(clients, direct, 5);
            Set<Item> last = new HashSet<>();
            between.watch((operation, body) -> {
                // The first scan backs up; a write before each of the next two is found by it, and the fourth finds nothing.
                int scan = operation.equals("Scan") ? scans.incrementAndGet() : 0;
                if (scan == 2) {
                    direct.putItem(b -> b.tableName(table).item(item("late", "new")));
                    direct.putItem(b -> b.tableName(table).item(item("early 1", "replaced")));
                    direct.deleteItem(
                            b -> b.tableName(table).key(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("early 2"))));
                } else if (scan == 3) {
                    direct.putItem(b -> b.tableName(table).item(item("late", "replaced again")));
                    last.addAll(items(direct, table));
                }
            });
            Backups backups = new Backups(clients, folder.resolve("backups"));
            TableDeleteResult deleted = new TableDeleter(clients, backups).drop(table, table, true, Progress.NONE);
            assertThat(deleted.added()).isEqualTo(3);
            assertThat(scans).hasValue(4);

            backups.restore(deleted.backup(), null, Progress.NONE);

            Set<Item> kept = new HashSet<>(last);
            kept.add(Item.of(item("early 2", "old")));
            assertThat(items(direct, table)).as("the last state, and what was deleted meanwhile").isEqualTo(kept);
            try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
                assertThat(files).as("no temporary file is left").hasSize(1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aTableThatIsStillWrittenToIsNotDeleted() {
        DynamoDbClient direct = TestEngines.dynamoDbClient();
        AtomicInteger puts = new AtomicInteger();
        try (InterceptingProxy between = new InterceptingProxy(TestEngines.dynamoDb()); AwsClients clients = TestAws.open(between.uri())) {
            String table = table(clients, direct, 5);
            between.watch((operation, body) -> {
                if (operation.equals("Scan")) {
                    direct.putItem(b -> b.tableName(table).item(item("late " + puts.incrementAndGet(), "new")));
                }
            });
            Backups backups = new Backups(clients, folder);
            assertThatThrownBy(() -> new TableDeleter(clients, backups).drop(table, table, true, Progress.NONE))
                    .isInstanceOf(OperationRefusedException.class)
                    .hasMessageContaining("still being written to")
                    .hasMessageContaining("Nothing was deleted");
            assertThat(items(direct, table)).hasSize(5 + puts.get());
            assertThat(backups.list()).singleElement().satisfies(kept -> assertThat(kept.items()).isEqualTo(5 + puts.get()));
            assertThat(between.arrived()).doesNotContain("DeleteTable");
        }
    }

    @Test
    void noAcknowledgedPutIsLostUnlessItFellBetweenTheLastComparisonAndTheDeletion() throws Exception {
        DynamoDbClient direct = TestEngines.dynamoDbClient();
        AwsClients clients = TestAws.clients(TestEngines.dynamoDb());
        String table = table(clients, direct, 200);
        Backups backups = new Backups(clients, folder);
        AtomicInteger acknowledged = new AtomicInteger();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                while (acknowledged.get() < 300) {
                    String sk = "late " + acknowledged.get();
                    direct.putItem(b -> b.tableName(table).item(item(sk, "new")));
                    acknowledged.incrementAndGet();
                }
            } catch (DynamoDbException e) {
                // The table is gone.
            }
        });
        Path backup = null;
        while (backup == null) {
            try {
                backup = new TableDeleter(clients, backups).drop(table, table, true, Progress.NONE).backup();
            } catch (OperationRefusedException e) {
                assertThat(items(direct, table)).hasSizeGreaterThanOrEqualTo(200);
            }
        }
        writer.join();
        backups.restore(backup, null, Progress.NONE);
        assertThat(200 + acknowledged.get() - items(direct, table).size()).as("lost").isBetween(0, 5);
    }

    @Test
    void aTableOfDigestsGrowsAndTellsWhatItKnows() throws Exception {
        try (DigestTable digests = new DigestTable(folder.resolve("beside"))) {
            for (int i = 0; i < 50_000; i++) {
                assertThat(digests.put(digest(i, "a"))).isEqualTo(DigestTable.Known.NEW);
            }
            for (int i = 0; i < 50_000; i += 7) {
                assertThat(digests.put(digest(i, "a"))).isEqualTo(DigestTable.Known.SAME);
                assertThat(digests.put(digest(i, "b"))).isEqualTo(DigestTable.Known.CHANGED);
                assertThat(digests.put(digest(i, "b"))).isEqualTo(DigestTable.Known.SAME);
            }
            assertThat(digests.size()).isEqualTo(50_000);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private static ItemDigest digest(int i, String text) {
        return ItemDigest.of(Item.of(item("k" + i, text)), List.of("pk", "sk"));
    }

    @Test
    void theOrderOfAttributesAndSetElementsDoesNotMatterAndTypesDo() {
        List<String> keys = List.of("pk");
        Item one = Item
                .ofJson("{\"pk\":{\"S\":\"1\"},\"a\":{\"SS\":[\"x\",\"y\"]},\"m\":{\"M\":{\"b\":{\"N\":\"1\"},\"c\":{\"NULL\":true}}}}");
        Item same = Item
                .ofJson("{\"m\":{\"M\":{\"c\":{\"NULL\":true},\"b\":{\"N\":\"1\"}}},\"a\":{\"SS\":[\"y\",\"x\"]},\"pk\":{\"S\":\"1\"}}");
        Item number = Item.ofJson("{\"pk\":{\"N\":\"1\"}}");
        Item text = Item.ofJson("{\"pk\":{\"S\":\"1\"}}");
        assertThat(ItemDigest.of(one, keys)).isEqualTo(ItemDigest.of(same, keys));
        assertThat(ItemDigest.of(number, keys)).isNotEqualTo(ItemDigest.of(text, keys));
        assertThat(ItemDigest.of(Item.ofJson("{\"pk\":{\"S\":\"1\"},\"l\":{\"L\":[{\"S\":\"x\"},{\"S\":\"y\"}]}}"), keys))
                .isNotEqualTo(ItemDigest.of(Item.ofJson("{\"pk\":{\"S\":\"1\"},\"l\":{\"L\":[{\"S\":\"y\"},{\"S\":\"x\"}]}}"), keys));
    }
}
