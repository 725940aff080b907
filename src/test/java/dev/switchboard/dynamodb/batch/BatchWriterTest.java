package dev.switchboard.dynamodb.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.table.CreateTableRequestMapper;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Batch writes: concurrent requests, retries of unprocessed items, and the state after a cancellation. */
class BatchWriterTest {
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private FakeDynamoDbServer server;
    private AwsClients clients;

    @BeforeEach
    void open() throws Exception {
        server = new FakeDynamoDbServer();
        clients = TestAws.open(server.uri());
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    private static Write put(int i) {
        return new Write.Put(Item.builder().string("pk", "k" + i).build(), false);
    }

    private static List<Write> puts(int count) {
        return IntStream.range(0, count).mapToObj(BatchWriterTest::put).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Processes the given number of items of each request and returns the others as unprocessed. */
    private Answer take(JsonNode request, int most) {
        requests.incrementAndGet();
        ArrayNode left = FakeDynamoDbServer.JSON.createArrayNode();
        int taken = 0;
        for (JsonNode write : request.at("/RequestItems/t")) {
            if (taken++ < most) {
                stored.add(write.at("/PutRequest/Item/pk/S").asText());
            } else {
                left.add(write);
            }
        }
        ObjectNode answer = FakeDynamoDbServer.JSON.createObjectNode();
        ObjectNode unprocessed = answer.putObject("UnprocessedItems");
        if (!left.isEmpty()) {
            unprocessed.set("t", left);
        }
        return Answer.ok(answer.toString());
    }

    @Test
    void unprocessedItemsAreRetriedUntilNoneIsLeft() {
        // After the first answer, which is a sign of throttling, batches are smaller, so that none is answered before all were sent.
        CountDownLatch sent = new CountDownLatch(5);
        server.on("BatchWriteItem", request -> {
            sent.countDown();
            await(sent);
            return take(request, 7);
        });
        RecordedProgress progress = new RecordedProgress();
        assertThat(new BatchWriter(clients).write("t", puts(106), progress)).isEqualTo(106);
        assertThat(stored).hasSize(106);
        assertThat(progress.done()).isEqualTo(106);
        assertThat(requests.get()).as("4 batches of 25 need 4 requests each, one of 6 needs 1").isEqualTo(17);
    }

    @Test
    void aThrottledTableIsWaitedOut() {
        AtomicInteger refusals = new AtomicInteger(6);
        server.on(
                "BatchWriteItem",
                request -> refusals.getAndDecrement() > 0 ? Answer.error("ProvisionedThroughputExceededException") : take(request, 25));
        assertThat(new BatchWriter(clients).write("t", puts(30), Progress.NONE)).isEqualTo(30);
        assertThat(stored).hasSize(30);
    }

    @Test
    void aCancelSaysExactlyHowManyWereWritten() {
        server.on("BatchWriteItem", request -> take(request, 10));
        RecordedProgress progress = new RecordedProgress(done -> done >= 40);
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> new BatchWriter(clients).write("t", puts(5_000), progress))
                .satisfies(cancelled -> assertThat(cancelled.sentence()).contains("after " + stored.size() + " writes"));
        assertThat(progress.done()).isEqualTo(stored.size()).isBetween(40L, 1000L);
    }

    @Test
    void aCancelEndsTheWaitForATableThatTakesNothing() {
        RecordedProgress progress = new RecordedProgress();
        server.on("BatchWriteItem", request -> {
            if (requests.get() == 3) {
                progress.cancel();
            }
            return take(request, 0);
        });
        assertThatThrownBy(() -> new BatchWriter(clients).write("t", puts(25), progress)).isInstanceOf(OperationCancelledException.class);
        assertThat(stored).isEmpty();
    }

    @Test
    void aFailureAfterSomeSaysHowManyWereWrittenAndWhy() {
        server.on("BatchWriteItem", request -> stored.size() >= 100 ? Answer.error("AccessDeniedException") : take(request, 25));
        assertThatExceptionOfType(PartialCompletionException.class)
                .isThrownBy(() -> new BatchWriter(clients).write("t", puts(2_000), Progress.NONE))
                .satisfies(partly -> assertThat(partly.sentence()).startsWith("At least " + stored.size() + " writes")
                        .contains("is not allowed to do this"));
    }

    @Test
    void aFailureBeforeAnythingWasWrittenPassesAsItIs() {
        server.on("BatchWriteItem", request -> Answer.error("AccessDeniedException"));
        assertThatThrownBy(() -> new BatchWriter(clients).write("t", puts(3), Progress.NONE)).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void severalRequestsAreInFlightButNoMoreThanEight() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        java.util.concurrent.CountDownLatch eight = new java.util.concurrent.CountDownLatch(8);
        server.on("BatchWriteItem", request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            eight.countDown();
            try {
                assertThat(eight.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
            return take(request, 25);
        });
        assertThat(new BatchWriter(clients).write("t", puts(1_000), Progress.NONE)).isEqualTo(1_000);
        assertThat(most.get()).isEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("dev.switchboard.testing.TestEngines#everyDynamoDb")
    void ofSeveralWritesOfOneKeyTheLastStandsWhicheverRequestTheyFallInto(NamedEngine engine) {
        AwsClients real = TestAws.clients(engine.endpoint());
        String table = TestAws.tableName("twice");
        TestEngines.dynamoDbClient(engine.endpoint())
                .createTable(CreateTableRequestMapper.of(MessagesTablePreset.of(table, false, false, true)));
        List<Write> writes = IntStream.range(0, 300)
                .mapToObj(i -> (Write) new Write.Put(
                        Item.builder().string("pk", "a").string("sk", "k" + i % 40).string("v", "" + i).build(), false))
                .toList();
        new BatchWriter(real).write(table, writes, Progress.NONE);
        for (int key = 0; key < 40; key++) {
            int last = key < 20 ? 280 + key : 240 + key;
            Item found = new ItemStore(real).get(table, Item.builder().string("pk", "a").string("sk", "k" + key).build()).orElseThrow();
            assertThat(found.string("v")).isEqualTo("" + last);
        }
        Write.Delete delete = new Write.Delete(Item.builder().string("pk", "a").string("sk", "k0").build(), Map.of());
        assertThat(new BatchWriter(real).write(table, List.of(delete), Progress.NONE)).isEqualTo(1);
        assertThat(new ItemStore(real).get(table, delete.key())).isEmpty();
    }
}
