package dev.switchboard.dynamodb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.backup.Backups;
import dev.switchboard.dynamodb.backup.TableDeleter;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deletion protection and point-in-time recovery are turned on and off. */
class TableProtectorTest {
    private static Tables tables(AwsClients clients) {
        return new Tables(clients);
    }

    @ParameterizedTest
    @MethodSource("dev.switchboard.testing.TestEngines#everyDynamoDb")
    void deletionProtectionHoldsUntilItIsLifted(NamedEngine engine) {
        AwsClients clients = TestAws.clients(engine.endpoint());
        Tables tables = tables(clients);
        TableDeleter dropper = new TableDeleter(clients, new Backups(clients, Path.of("no-backups")));
        String name = TestAws.tableName("safe");
        tables.create(MessagesTablePreset.of(name, false, false, true), Progress.NONE);
        assertThat(tables.protect(name, true).deletionProtection()).isTrue();
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> dropper.drop(name, name, false, Progress.NONE))
                .withMessageContaining("Deletion protection is on");
        assertThat(tables.protect(name, false).deletionProtection()).isFalse();
        dropper.drop(name, name, false, Progress.NONE);
        assertThat(tables.find(name)).isEmpty();
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> tables.protect(name, true))
                .withMessageContaining("was not found");
    }

    @Test
    void recoveryIsSwitchedAndReadBack() throws Exception {
        AtomicBoolean on = new AtomicBoolean();
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            server.on("UpdateContinuousBackups", request -> {
                on.set(request.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean());
                return Answer.ok("{}");
            });
            server.on("DescribeContinuousBackups",
                    request -> Answer.ok("{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\","
                            + "\"PointInTimeRecoveryDescription\":{\"PointInTimeRecoveryStatus\":\"" + (on.get() ? "ENABLED" : "DISABLED")
                            + "\"}}}"));
            Tables tables = tables(clients);
            assertThat(tables.describe("ttt").pointInTimeRecovery()).isFalse();
            assertThat(tables.recovery("ttt", true).pointInTimeRecovery()).isTrue();
            assertThat(tables.recovery("ttt", false).pointInTimeRecovery()).isFalse();
        }
    }

    @Test
    void anEngineThatKnowsNoRecoverySaysSoInWords() throws Exception {
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            Tables tables = tables(clients);
            assertThat(tables.describe("ttt").pointInTimeRecovery()).isNull();
            assertThatExceptionOfType(OperationFailedException.class)
                    .isThrownBy(() -> tables.recovery("ttt", true))
                    .withMessageContaining("does not support point-in-time recovery. Nothing was changed");
        }
    }
}
