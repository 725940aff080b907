package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creation, listing and deletion of tables in the states that local engines skip. */
class TableStatesTest {
    @TempDir
    Path folder;

    private FakeDynamoDbServer server;
    private AwsClients clients;
    private Tables tables;
    private TableDeleter dropper;

    @BeforeEach
    void open() throws Exception {
        server = new FakeDynamoDbServer();
        clients = TestAws.open(server.uri());
        tables = new Tables(clients);
        dropper = new TableDeleter(clients, new Backups(clients, folder));
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    private static String table(String status) {
        return "{\"Table\":{\"TableName\":\"ttt\",\"TableArn\":\"arn:aws:dynamodb:us-east-1:1:table/ttt\",\"TableStatus\":\"" + status
                + "\"}}";
    }

    /** Answers DescribeTable with these statuses in turn, repeating the last one; an empty one is “not found”. */
    private AtomicInteger states(String... states) {
        Deque<String> left = new ConcurrentLinkedDeque<>(List.of(states));
        AtomicInteger asked = new AtomicInteger();
        server.on("DescribeTable", request -> {
            asked.incrementAndGet();
            String state = left.size() > 1 ? left.removeFirst() : left.getFirst();
            return state.isEmpty() ? Answer.error("ResourceNotFoundException") : Answer.ok(table(state));
        });
        return asked;
    }

    @Test
    void createWaitsThroughNotFoundAndCreatingUntilActive() {
        server.on("CreateTable", request -> Answer.ok("{}"));
        states("", "CREATING", "CREATING", "ACTIVE");
        RecordedProgress progress = new RecordedProgress();
        assertThat(tables.create(MessagesTablePreset.of("ttt", false, false, false), progress).status()).isEqualTo("ACTIVE");
        assertThat(progress.steps()).anyMatch(step -> step.contains("now CREATING"));
    }

    @Test
    void aCancelledCreateSaysThatTheTableGoesOnBeingMade() {
        server.on("CreateTable", request -> Answer.ok("{}"));
        RecordedProgress progress = new RecordedProgress();
        server.on("DescribeTable", request -> {
            progress.cancel();
            return Answer.ok(table("CREATING"));
        });
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> tables.create(MessagesTablePreset.of("ttt", false, false, false), progress))
                .withMessageContaining("DynamoDB is still creating the table ttt");
    }

    @Test
    void dropWaitsThroughDeletingUntilItIsGone() {
        server.on("DeleteTable", request -> Answer.ok("{}"));
        AtomicInteger asked = states("ACTIVE", "DELETING", "DELETING", "");
        assertThat(dropper.drop("ttt", "ttt", false, Progress.NONE)).isEqualTo(new TableDeleteResult("ttt", null, 0));
        assertThat(asked.get()).isEqualTo(4);
    }

    @Test
    void aDropCancelledWhileItWaitsSaysThatTheTableGoes() {
        RecordedProgress progress = new RecordedProgress();
        states("ACTIVE", "DELETING");
        server.on("DeleteTable", request -> {
            progress.cancel();
            return Answer.ok("{}");
        });
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> dropper.drop("ttt", "ttt", false, progress))
                .withMessageContaining("DynamoDB is still deleting the table");
    }

    @Test
    void aTableThatStaysInDeletingIsNotWaitedForWithoutEnd() {
        states("ACTIVE", "DELETING");
        server.on("DeleteTable", request -> Answer.ok("{}"));
        Poller brief = new Poller(Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMillis(300));
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> new TableDeleter(clients, new Backups(clients, folder), brief).drop("ttt", "ttt", false, Progress.NONE))
                .withMessageContaining("is still being deleted after 1 minute")
                .satisfies(failure -> assertThat(failure.remedy()).contains("list of tables"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATING", "UPDATING", "DELETING"})
    void dropIsRefusedInWordsInStatesWhichForbidIt(String state) {
        states(state);
        server.on("DeleteTable", request -> {
            throw new AssertionError("nobody asks");
        });
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> dropper.drop("ttt", "ttt", false, Progress.NONE))
                .withMessageContaining("“ttt” is " + state + ". Nothing was deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATING", "UPDATING", "DELETING", "ACTIVE", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVED",
        "REPLICATION_NOT_AUTHORIZED", "SOMETHING_NEW"})
    void listShowsEveryStateAsItIs(String state) {
        server.on("ListTables", request -> Answer.ok("{\"TableNames\":[\"ttt\"]}"));
        states(state);
        assertThat(tables.list(Progress.NONE)).singleElement().satisfies(table -> {
            assertThat(table.status()).isEqualTo(state);
            assertThat(table.pointInTimeRecovery()).as("an engine that does not know it").isNull();
        });
    }

    @Test
    void aTableThatVanishesBetweenListAndDescribeIsNoError() {
        server.on("ListTables", request -> Answer.ok("{\"TableNames\":[\"gone\",\"ttt\"]}"));
        server.on(
                "DescribeTable",
                request -> request.path("TableName").asText().equals("gone")
                        ? Answer.error("ResourceNotFoundException")
                        : Answer.ok(table("ACTIVE")));
        assertThat(tables.list(Progress.NONE)).extracting(TableDetails::name).containsExactly("ttt");
    }

    @Test
    void pointInTimeRecoveryAndTagsAreReadWhereTheEngineKnowsThem() {
        states("ACTIVE");
        server.on("DescribeContinuousBackups",
                request -> Answer.ok("{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\","
                        + "\"PointInTimeRecoveryDescription\":{\"PointInTimeRecoveryStatus\":\"ENABLED\"}}}"));
        server.on(
                "ListTagsOfResource",
                request -> request.has("NextToken")
                        ? Answer.ok("{\"Tags\":[{\"Key\":\"b\",\"Value\":\"2\"}]}")
                        : Answer.ok("{\"Tags\":[{\"Key\":\"a\",\"Value\":\"1\"}],\"NextToken\":\"x\"}"));
        TableDetails details = tables.describe("ttt");
        assertThat(details.pointInTimeRecovery()).isTrue();
        assertThat(details.tags()).containsEntry("a", "1").containsEntry("b", "2");
    }

    @Test
    void aBackupThatMayNotReadTheTagsFailsInsteadOfLosingThem() {
        states("ACTIVE");
        server.on("ListTagsOfResource", request -> Answer.error("AccessDeniedException"));
        assertThat(tables.describe("ttt").tags()).isEmpty();
        assertThatThrownBy(() -> dropper.drop("ttt", "ttt", true, Progress.NONE))
                .hasMessageContaining("told to");
        assertThat(folder).isEmptyDirectory();
    }
}
