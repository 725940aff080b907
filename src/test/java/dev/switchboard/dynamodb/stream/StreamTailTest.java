package dev.switchboard.dynamodb.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The stream of a table is followed over all that can happen to it. */
@Timeout(60)
class StreamTailTest {
    private static final String STREAM = "{\"Table\":{\"TableName\":\"ttt\",\"TableStatus\":\"ACTIVE\",\"LatestStreamArn\":\"arn:t/1\","
            + "\"StreamSpecification\":{\"StreamEnabled\":true,\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}}}";
    private final String table = TestAws.tableName("tailed");
    private final List<StreamEvent> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Runs an action when following has begun. */
    private record AtStart(Runnable action) implements Progress {
        @Override
        public void step(String text) {
            action.run();
        }

        @Override
        public void advance(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private void create(AwsClients clients, @Nullable String view) {
        new Tables(clients).create(new TableDefinition(table, List.of(KeyAttribute.hash("pk", "S")), List.of(), "PAY_PER_REQUEST", 0, 0,
                view, false, Map.of()), Progress.NONE);
    }

    private void write(DynamoDbClient direct, String pk) {
        Map<String, AttributeValue> key = Map.of("pk", AttributeValue.fromS(pk));
        direct.putItem(b -> b.tableName(table).item(Map.of("pk", AttributeValue.fromS(pk), "n", AttributeValue.fromN("1"))));
        direct.putItem(b -> b.tableName(table).item(Map.of("pk", AttributeValue.fromS(pk), "n", AttributeValue.fromN("2"))));
        direct.deleteItem(b -> b.tableName(table).key(key));
    }

    private boolean until(int count, StreamEvent event) {
        events.add(event);
        return events.size() < count;
    }

    @ParameterizedTest
    @MethodSource("dev.switchboard.testing.TestEngines#everyDynamoDb")
    void theOldestChangesComeInOrderWithBothImages(NamedEngine engine) {
        AwsClients clients = TestAws.clients(engine.endpoint());
        create(clients, "NEW_AND_OLD_IMAGES");
        write(TestEngines.dynamoDbClient(engine.endpoint()), "a");
        new StreamTail(clients).follow(table, StreamTail.From.OLDEST, event -> until(3, event), notes::add, Progress.NONE);
        assertThat(events).extracting(StreamEvent::kind)
                .containsExactly(StreamEvent.Kind.INSERT, StreamEvent.Kind.MODIFY, StreamEvent.Kind.REMOVE);
        assertThat(events.get(0).before()).isNull();
        assertThat(Objects.requireNonNull(events.get(1).before()).display("n")).isEqualTo("1");
        assertThat(Objects.requireNonNull(events.get(1).after()).display("n")).isEqualTo("2");
        assertThat(events.get(2).after()).isNull();
        assertThat(events.get(2).keys().display("pk")).isEqualTo("a");
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.switchboard.testing.TestEngines#everyDynamoDb")
    void theLatestAreThoseFromNowOn(NamedEngine engine) {
        AwsClients clients = TestAws.clients(engine.endpoint());
        create(clients, "NEW_AND_OLD_IMAGES");
        DynamoDbClient direct = TestEngines.dynamoDbClient(engine.endpoint());
        write(direct, "before");
        new StreamTail(clients).follow(table, StreamTail.From.LATEST, event -> until(3, event), notes::add,
                new AtStart(() -> write(direct, "after")));
        assertThat(events).extracting(event -> event.keys().display("pk")).containsOnly("after");
    }

    @Test
    void withoutAStreamItSaysHowToTurnOneOn() {
        AwsClients clients = TestAws.clients(TestEngines.dynamoDb());
        create(clients, null);
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> new StreamTail(clients).follow(table, StreamTail.From.LATEST, e -> true, notes::add, Progress.NONE))
                .withMessageContaining("has no stream");
    }

    @Test
    void endsOfShardsExpiredIteratorsTrimmedChangesAndThrottlingLoseNothingUnsaid() throws Exception {
        AtomicInteger listed = new AtomicInteger();
        AtomicInteger ofChild = new AtomicInteger();
        List<String> iterators = new ArrayList<>();
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            server.on("DescribeTable", request -> Answer.ok(STREAM));
            String parent = "{\"ShardId\":\"a\",\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"1\"}}";
            String child = "{\"ShardId\":\"b\",\"ParentShardId\":\"a\",\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"3\"}}";
            server.on("DescribeStream", request -> Answer.ok(
                    "{\"StreamDescription\":{\"Shards\":[" + (listed.incrementAndGet() == 1 ? parent : child + "," + parent) + "]}}"));
            server.on("GetShardIterator", request -> {
                String iterator = request.path("ShardId").asText() + " " + request.path("ShardIteratorType").asText();
                iterators.add(iterator);
                return Answer.ok("{\"ShardIterator\":\"" + iterator + "\"}");
            });
            server.on("GetRecords", request -> switch (request.path("ShardIterator").asText()) {
                case "a TRIM_HORIZON" -> Answer.ok("{\"Records\":[" + record("1") + "]}");
                case "b TRIM_HORIZON" -> switch (ofChild.incrementAndGet()) {
                    case 1 -> Answer.error("LimitExceededException");
                    case 2 -> Answer.ok("{\"Records\":[" + record("3") + "],\"NextShardIterator\":\"old\"}");
                    default -> Answer.ok("{\"Records\":[" + record("9") + "],\"NextShardIterator\":\"end\"}");
                };
                case "old" -> Answer.error("ExpiredIteratorException");
                case "b AFTER_SEQUENCE_NUMBER" -> Answer.error("TrimmedDataAccessException");
                default -> Answer.ok("{\"Records\":[],\"NextShardIterator\":\"end\"}");
            });
            new StreamTail(clients).follow("ttt", StreamTail.From.OLDEST, event -> until(3, event), notes::add, Progress.NONE);
        }
        assertThat(events).extracting(event -> event.keys().display("pk")).containsExactly("1", "3", "9");
        assertThat(iterators).containsExactly("a TRIM_HORIZON", "b TRIM_HORIZON", "b AFTER_SEQUENCE_NUMBER", "b TRIM_HORIZON");
        assertThat(notes).singleElement().asString().contains("were lost");
    }

    @Test
    void aStreamThatIsTurnedOffMeanwhileEndsItInWords() throws Exception {
        AtomicInteger described = new AtomicInteger();
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            server.on("DescribeTable", request -> Answer.ok(
                    described.incrementAndGet() == 1 ? STREAM : STREAM.replace("\"StreamEnabled\":true", "\"StreamEnabled\":false")));
            server.on("DescribeStream", request -> Answer
                    .ok("{\"StreamDescription\":{\"Shards\":[{\"ShardId\":\"a\",\"SequenceNumberRange\":{}}]}}"));
            server.on("GetShardIterator", request -> Answer.ok("{\"ShardIterator\":\"i\"}"));
            server.on("GetRecords", request -> Answer.ok("{\"Records\":[" + record("1") + "]}"));
            assertThatExceptionOfType(OperationFailedException.class)
                    .isThrownBy(() -> new StreamTail(clients).follow("ttt", StreamTail.From.OLDEST, event -> until(9, event), notes::add,
                            Progress.NONE))
                    .withMessageContaining("has no stream");
            assertThat(events).hasSize(1);
        }
    }

    @Test
    void itEndsWhenItIsCanceled() {
        AwsClients clients = TestAws.clients(TestEngines.dynamoDb());
        create(clients, "KEYS_ONLY");
        Progress cancelled = RecordedProgress.cancelledWhen(() -> !events.isEmpty());
        write(TestEngines.dynamoDbClient(), "a");
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> new StreamTail(clients).follow(table, StreamTail.From.OLDEST, event -> {
                    events.add(event);
                    return true;
                }, notes::add, cancelled));
        assertThat(events).isNotEmpty().allSatisfy(event -> assertThat(event.before()).isNull());
    }

    private static String record(String sequence) {
        return "{\"eventName\":\"MODIFY\",\"dynamodb\":{\"ApproximateCreationDateTime\":1767225600,\"SequenceNumber\":\"" + sequence
                + "\",\"Keys\":{\"pk\":{\"S\":\"" + sequence + "\"}}}}";
    }
}
