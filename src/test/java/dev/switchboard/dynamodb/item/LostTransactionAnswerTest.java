package dev.switchboard.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.TestAws;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction is done and its answer lost, and DynamoDB no longer recognizes the second attempt by its token. */
class LostTransactionAnswerTest {
    private static final Item WANTED = Item.builder().string("pk", "k").string("text", "ours").build();
    private final AtomicReference<String> stored = new AtomicReference<>("");
    private FakeDynamoDbServer server;
    private AwsClients clients;

    @BeforeEach
    void open() throws Exception {
        server = new FakeDynamoDbServer();
        clients = TestAws.open(server.uri());
        server.on("BatchGetItem", request -> Answer.ok("{\"Responses\":{\"t\":[" + stored.get() + "]}}"));
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    /** @param first what is stored by the first attempt, whose answer is a failure of the server */
    private void secondAttemptFailsItsConditionAfter(String first) {
        AtomicBoolean sent = new AtomicBoolean();
        server.on("TransactWriteItems", request -> {
            if (sent.compareAndSet(false, true)) {
                stored.set(first);
                return new Answer(500, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\",\"message\":\"lost\"}");
            }
            return conditionFailed();
        });
    }

    private static Answer conditionFailed() {
        return new Answer(400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"message\":\"cancelled\","
                + "\"CancellationReasons\":[{\"Code\":\"ConditionalCheckFailed\",\"Message\":\"The conditional request failed\"}]}");
    }

    private void put() {
        new ItemStore(clients).transact("t", List.of(new Write.Put(WANTED, true)), "token");
    }

    @Test
    void itIsNoConflictWhereEveryItemIsAsItWasToBeWritten() {
        secondAttemptFailsItsConditionAfter("{\"pk\":{\"S\":\"k\"},\"text\":{\"S\":\"ours\"}}");
        assertThatCode(this::put).doesNotThrowAnyException();
    }

    @Test
    void itIsAConflictWhereAnotherClientsItemIsThere() {
        secondAttemptFailsItsConditionAfter("{\"pk\":{\"S\":\"k\"},\"text\":{\"S\":\"theirs\"}}");
        assertThatExceptionOfType(WriteConflictException.class).isThrownBy(this::put);
    }

    @Test
    void theFirstAttemptIsAConflictWhateverIsThere() {
        stored.set("{\"pk\":{\"S\":\"k\"},\"text\":{\"S\":\"ours\"}}");
        server.on("TransactWriteItems", request -> conditionFailed());
        assertThatExceptionOfType(WriteConflictException.class).isThrownBy(this::put);
    }
}
