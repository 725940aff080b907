package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What is written to a table with a stream while it is backed up is in the backup, so that its items are of one moment. */
@Timeout(120)
class StreamedBackupTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";

    @TempDir
    Path folder;

    private final String table = TestAws.tableName("streamed");

    private static Map<String, AttributeValue> item(String sk, String text) {
        return Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS(sk), "message", AttributeValue.fromS(text));
    }

    private void create(AwsClients clients, DynamoDbClient direct) {
        new Tables(clients).create(MessagesTablePreset.of(table, false, true, true), Progress.NONE);
        IntStream.range(0, 5).forEach(i -> direct.putItem(b -> b.tableName(table).item(item("early " + i, "old"))));
    }

    /** Puts, replaces, and deletes. */
    private void write(DynamoDbClient direct, int round) {
        direct.putItem(b -> b.tableName(table).item(item("late " + round, "new")));
        direct.putItem(b -> b.tableName(table).item(item("early 1", "replaced in " + round)));
        direct.putItem(b -> b.tableName(table).item(item("passing", "soon deleted")));
        direct.deleteItem(b -> b.tableName(table).key(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("passing"))));
        direct.deleteItem(
                b -> b.tableName(table).key(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("early " + (round + 1)))));
    }

    private Set<Item> items(DynamoDbClient client) {
        Set<Item> items = new HashSet<>();
        client.scanPaginator(b -> b.tableName(table).consistentRead(true)).items().forEach(found -> items.add(Item.of(found)));
        return items;
    }

    private static Set<Item> items(Path backup) {
        Set<Item> items = new HashSet<>();
        try (BackupReader lines = new BackupReader(backup)) {
            for (Item found = lines.item(); found != null; found = lines.item()) {
                items.add(found);
            }
        }
        return items;
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aBackupHasWhatWasWrittenReplacedAndDeletedAfterItsScan(NamedEngine engine) {
        DynamoDbClient direct = TestEngines.dynamoDbClient(engine.endpoint());
        try (InterceptingProxy between = new InterceptingProxy(engine.endpoint()); AwsClients clients = TestAws.open(between.uri())) {
            create(clients, direct);
            between.change("Scan", answer -> {
                // The page has been read, so that only the stream tells these.
                write(direct, 1);
                return answer;
            });
            BackupResult result = new Backups(clients, folder).write(table, null, ScanOptions.USUAL_RATE, Progress.NONE);
            assertThat(result.gap()).isNull();
            assertThat(result.file().until()).isNotNull();
            assertThat(items(result.file().file())).isEqualTo(items(direct));
            assertThat(result.file().items()).isEqualTo(5);
            assertThat(folder).as("no temporary file is left").isDirectoryNotContaining("glob:**.part");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aTableWithoutAStreamSaysWhatMayBeMissing(NamedEngine engine) {
        AwsClients clients = TestAws.clients(engine.endpoint());
        new Tables(clients).create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
        BackupResult result = new Backups(clients, folder).write(table, null, ScanOptions.USUAL_RATE, Progress.NONE);
        assertThat(result.gap()).contains("no stream");
        assertThat(result.file().until()).isNull();
    }

    @Test
    void aStreamThatCannotBeReadLeavesTheBackupAsItWasScanned() {
        DynamoDbClient direct = TestEngines.dynamoDbClient();
        try (InterceptingProxy between = new InterceptingProxy(TestEngines.dynamoDb()); AwsClients clients = TestAws.open(between.uri())) {
            create(clients, direct);
            between.refuse("GetRecords", "AccessDeniedException");
            Set<Item> before = items(direct);
            between.change("Scan", answer -> {
                write(direct, 1);
                return answer;
            });
            BackupResult result = new Backups(clients, folder).write(table, null, ScanOptions.USUAL_RATE, Progress.NONE);
            assertThat(result.gap()).contains("could not be read");
            assertThat(result.file().until()).isNull();
            assertThat(items(result.file().file())).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aDropKeepsEveryWriteUpToTheDeletionWhereTheStreamOutlivesTheTable(NamedEngine engine) throws IOException {
        DynamoDbClient direct = TestEngines.dynamoDbClient(engine.endpoint());
        Set<Item> last = new HashSet<>();
        try (InterceptingProxy between = new InterceptingProxy(engine.endpoint()); AwsClients clients = TestAws.open(between.uri())) {
            create(clients, direct);
            AtomicInteger scans = new AtomicInteger();
            between.change("Scan", answer -> {
                if (scans.incrementAndGet() == 1) {
                    write(direct, 1);
                }
                return answer;
            });
            between.before("DeleteTable", () -> {
                write(direct, 2);
                last.addAll(items(direct));
            });
            TableDeleteResult dropped = new TableDeleter(clients, new Backups(clients, folder)).drop(table, table, true, Progress.NONE);
            assertThat(scans).as("one comparison is enough, because the stream told the rest").hasValue(2);
            assertThat(dropped.added()).isZero();
            if (engine.name().startsWith("DynamoDB Local")) {
                assertThat(dropped.complete()).isTrue();
                assertThat(items(dropped.backup())).isEqualTo(last);
            } else {
                assertThat(dropped.complete()).as("dynoxide deletes the stream with the table").isFalse();
                assertThat(items(dropped.backup())).contains(Item.of(item("late 1", "new"))).hasSize(5);
            }
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).as("no temporary file is left").hasSize(1);
            }
        }
    }

    @Test
    void anItemThatIsDeletedAndPutAgainAfterTheScanIsFoundByTheComparison() {
        DynamoDbClient direct = TestEngines.dynamoDbClient();
        try (InterceptingProxy between = new InterceptingProxy(TestEngines.dynamoDb()); AwsClients clients = TestAws.open(between.uri())) {
            create(clients, direct);
            AtomicInteger scans = new AtomicInteger();
            Map<String, AttributeValue> key = Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("early 0"));
            between.change("Scan", answer -> {
                if (scans.incrementAndGet() == 1) {
                    direct.deleteItem(b -> b.tableName(table).key(key));
                }
                return answer;
            });
            between.watch((operation, body) -> {
                if (operation.equals("Scan") && scans.get() == 1) {
                    direct.putItem(b -> b.tableName(table).item(item("early 0", "old")));
                }
            });
            TableDeleteResult dropped = new TableDeleter(clients, new Backups(clients, folder)).drop(table, table, true, Progress.NONE);
            assertThat(items(dropped.backup())).contains(Item.of(item("early 0", "old"))).hasSize(5);
        }
    }

    /** A stream whose first shard ends while it is read and has a child, as on AWS every few hours. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aShardThatSplitsIsFollowedByItsChildrenInOrder(boolean childFirst) throws Exception {
        TableDescription described = TableDescription.builder()
                .tableName("t")
                .latestStreamArn("arn:t/stream/1")
                .streamSpecification(s -> s.streamEnabled(true).streamViewType("NEW_IMAGE"))
                .build();
        AtomicInteger listed = new AtomicInteger();
        List<String> read = new ArrayList<>();
        try (FakeDynamoDbServer server = new FakeDynamoDbServer();
                AwsClients clients = TestAws.open(server.uri());
                ChangeLog log = new ChangeLog(folder.resolve("beside"), List.of("pk"))) {
            String parent = "{\"ShardId\":\"a\",\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"1\"}}";
            String child = "{\"ShardId\":\"b\",\"ParentShardId\":\"a\",\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"3\"}}";
            server.on("DescribeStream", request -> Answer.ok("{\"StreamDescription\":{\"Shards\":["
                    + (listed.incrementAndGet() == 1 ? parent : childFirst ? child + "," + parent : parent + "," + child) + "]}}"));
            server.on("GetShardIterator", request -> Answer.ok("{\"ShardIterator\":\"" + request.path("ShardId").asText() + " "
                    + request.path("ShardIteratorType").asText() + "\"}"));
            server.on("GetRecords", request -> {
                String from = request.path("ShardIterator").asText();
                read.add(from);
                return switch (from) {
                    case "a LATEST" -> Answer.ok("{\"Records\":[" + record("1", "x", "first") + "]}");
                    case "b TRIM_HORIZON" ->
                        Answer.ok("{\"Records\":[" + record("3", "x", "last") + "],\"NextShardIterator\":\"b end\"}");
                    default -> Answer.ok("{\"Records\":[],\"NextShardIterator\":\"b end\"}");
                };
            });
            StreamFollower follower = StreamFollower.start(clients, described, log, Duration.ZERO);
            follower.catchUp(Instant.parse("2026-01-01T00:00:30Z"), Progress.NONE);
            assertThat(follower.failure()).isNull();
            assertThat(read.subList(0, 2)).containsExactly("a LATEST", "b TRIM_HORIZON");
            List<String> lasts = new ArrayList<>();
            log.forEachLast((key, found) -> lasts.add(found == null ? "deleted" : found.toJson()));
            assertThat(lasts).singleElement().asString().contains("last");
        }
    }

    @Test
    void whatIsWrittenAfterTheMomentIsLeftForTheNextTime() throws Exception {
        TableDescription described = TableDescription.builder().tableName("t").latestStreamArn("arn:t/stream/1").build();
        try (FakeDynamoDbServer server = new FakeDynamoDbServer();
                AwsClients clients = TestAws.open(server.uri());
                ChangeLog log = new ChangeLog(folder.resolve("beside"), List.of("pk"))) {
            server.on("DescribeStream", request -> Answer
                    .ok("{\"StreamDescription\":{\"Shards\":[{\"ShardId\":\"a\",\"SequenceNumberRange\":{}}]}}"));
            server.on("GetShardIterator", request -> Answer.ok(
                    "{\"ShardIterator\":\"" + request.path("ShardIteratorType").asText() + request.path("SequenceNumber").asText("")
                            + "\"}"));
            server.on("GetRecords", request -> Answer.ok(request.path("ShardIterator").asText().equals("LATEST")
                    ? "{\"Records\":[" + record("1", "x", "in time") + "," + record("2", "y", "late", 1767225700) + "],"
                            + "\"NextShardIterator\":\"next\"}"
                    : "{\"Records\":[" + record("2", "y", "late", 1767225700) + "]}"));
            StreamFollower follower = StreamFollower.start(clients, described, log, Duration.ofHours(1));
            follower.catchUp(Instant.parse("2026-01-01T00:00:30Z"), Progress.NONE);
            assertThat(follower.failure()).isNull();
            assertThat(log.size()).isEqualTo(1);
            follower.drain(Progress.NONE);
            assertThat(follower.failure()).isNull();
            assertThat(log.size()).as("the rest, at the end").isEqualTo(2);
        }
    }

    private static String record(String sequence, String pk, String text) {
        return record(sequence, pk, text, 1767225600);
    }

    private static String record(String sequence, String pk, String text, long second) {
        return "{\"eventName\":\"MODIFY\",\"dynamodb\":{\"ApproximateCreationDateTime\":" + second + ",\"SequenceNumber\":\"" + sequence
                + "\",\"Keys\":{\"pk\":{\"S\":\"" + pk + "\"}},\"NewImage\":{\"pk\":{\"S\":\"" + pk + "\"},\"text\":{\"S\":\"" + text
                + "\"}}}}";
    }
}
