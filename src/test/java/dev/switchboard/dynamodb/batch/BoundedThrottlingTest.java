package dev.switchboard.dynamodb.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.TestAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that DynamoDB throttles without end come to an end, and the error says what to do. */
@Timeout(60)
class BoundedThrottlingTest {
    private static final ThrottlingLimit FOUR = new ThrottlingLimit(4, failed -> Duration.ZERO);

    private static List<Write> puts(int count) {
        List<Write> writes = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> writes.add(new Write.Put(Item.builder().string("pk", "p" + i).build(), false)));
        return writes;
    }

    /** All but the first item of a batch are left unprocessed, and from some request on all of them. */
    private static String unprocessed(JsonNode request, int from) {
        List<String> left = new ArrayList<>();
        request.at("/RequestItems/t").forEach(one -> left.add(one.toString()));
        return "{\"UnprocessedItems\":{\"t\":[" + String.join(",", left.subList(from, left.size())) + "]}}";
    }

    @Test
    void aBatchThatStaysUnprocessedEndsAndSaysWhatWasWritten() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            server.on("BatchWriteItem", request -> Answer.ok(unprocessed(request, requests.incrementAndGet() <= 2 ? 1 : 0)));
            assertThatThrownBy(() -> new BatchWriter(clients, FOUR).write("t", puts(10), Progress.NONE))
                    .isInstanceOf(PartialCompletionException.class)
                    .hasMessageContaining("2 writes")
                    .hasMessageContaining("throttled 4 requests to the table “t”")
                    .hasMessageContaining("lower the rate");
            assertThat(requests).as("two that wrote something, and three after the last of them").hasValue(5);
        }
    }

    @Test
    void aReadOfImagesThatStaysUnprocessedEnds() throws Exception {
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            AtomicInteger requests = new AtomicInteger();
            server.on("BatchGetItem", request -> {
                requests.incrementAndGet();
                return Answer.ok("{\"Responses\":{},\"UnprocessedKeys\":" + request.path("RequestItems") + "}");
            });
            KeySchema keys = KeySchema.of(TableReader.descriptionOrFail(clients.dynamoDb(), "t"));
            ItemImageReader reader = new ItemImageReader(clients.dynamoDb(), "t", keys, FOUR);
            assertThatThrownBy(() -> reader.read(List.of(Item.builder().string("pk", "p").build())))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("throttled 4 requests");
            assertThat(requests).hasValue(4);
        }
    }

    @Test
    void theUsualBoundIsMinutesAndNoMore() {
        Duration longest = Duration.ZERO;
        for (int failed = 1; failed < ThrottlingLimit.USUAL.attempts(); failed++) {
            longest = longest.plus(ThrottlingLimit.USUAL.pause("t", failed));
        }
        assertThat(longest).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(15));
        assertThatThrownBy(() -> ThrottlingLimit.USUAL.pause("t", ThrottlingLimit.USUAL.attempts()))
                .isInstanceOf(OperationFailedException.class);
    }
}
