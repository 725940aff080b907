package dev.switchboard.dynamodb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a table does while it is waited for, and that no wait is without end. */
@Timeout(60)
class TableCreatorTest {
    private static final TableDefinition WANTED = MessagesTablePreset.of("ttt", false, false, false);
    private static final Poller QUICK = new Poller(Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMinutes(5));
    private static final Poller SHORT = new Poller(Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMillis(300));
    private final AtomicInteger asked = new AtomicInteger();
    private FakeDynamoDbServer server;
    private AwsClients clients;

    @BeforeEach
    void open() throws Exception {
        server = new FakeDynamoDbServer();
        clients = TestAws.open(server.uri());
        server.on("CreateTable", request -> Answer.ok("{}"));
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    private TableCreator creator(Poller poller) {
        return new TableCreator(clients, new TableReader(clients), poller);
    }

    /** @param states the state at each question, empty where the table is not found */
    private void states(IntFunction<String> states) {
        server.on("DescribeTable", request -> {
            String state = states.apply(asked.incrementAndGet());
            return state.isEmpty()
                    ? Answer.error("ResourceNotFoundException")
                    : Answer.ok("{\"Table\":{\"TableName\":\"ttt\",\"TableStatus\":\"" + state + "\"}}");
        });
    }

    @Test
    void aTableThatVanishesWhileItIsBeingCreatedEndsTheWait() {
        states(question -> question < 3 ? "CREATING" : "");
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> creator(QUICK).create(WANTED, Progress.NONE))
                .withMessageContaining("was created and then deleted by another user or process")
                .satisfies(failure -> assertThat(failure.remedy()).contains("Create it again"));
    }

    @Test
    void aTableThatIsNotFoundForAMomentIsStillWaitedFor() {
        states(question -> question == 1 || question == 3 || question == 4 ? "" : question < 7 ? "CREATING" : "ACTIVE");
        assertThat(creator(QUICK).create(WANTED, Progress.NONE).status()).isEqualTo("ACTIVE");
    }

    @Test
    void aTableThatNeverAppearsIsNotWaitedForWithoutEnd() {
        states(question -> "");
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> creator(SHORT).create(WANTED, Progress.NONE))
                .withMessageContaining("could not be found for 1 minute")
                .satisfies(failure -> assertThat(failure.remedy()).contains("list of tables"));
    }

    @Test
    void aTableThatStaysInItsStateIsNotWaitedForWithoutEnd() {
        states(question -> "CREATING");
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> creator(SHORT).create(WANTED, Progress.NONE))
                .withMessageContaining("is still CREATING after 1 minute")
                .satisfies(failure -> assertThat(failure.remedy()).contains("continues the operation"));
    }

    @Test
    void theBoundOfTablesIsAFewMinutes() {
        assertThat(Tables.STATE_CHANGE.bound()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(10));
    }

    @Test
    void aCancelEndsTheWaitWhileItPauses() {
        states(question -> "CREATING");
        RecordedProgress progress = new RecordedProgress();
        Poller hours = new Poller(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2));
        FutureTask<Object> wait = new FutureTask<>(() -> creator(hours).create(WANTED, progress));
        Thread.ofPlatform().daemon().start(wait);
        while (progress.steps().stream().noneMatch(step -> step.contains("now CREATING"))) {
            Thread.onSpinWait();
        }
        progress.cancel();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(wait::get).withCauseInstanceOf(OperationCancelledException.class);
    }
}
