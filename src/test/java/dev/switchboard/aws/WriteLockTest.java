package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Call;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.TestJournal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;

class WriteLockTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T03:00:00Z"));

    @Test
    void devIsOpenAndPrdOpensForTenMinutesAfterTheTypedWord() {
        assertThat(Environment.DEV.policy().newLock(now::get).isOpen()).isTrue();
        WriteLock lock = Environment.PRD.policy().newLock(now::get);
        assertThat(lock.isOpen()).isFalse();
        assertThatThrownBy(() -> lock.unlock("prod")).isInstanceOf(OperationRefusedException.class);
        assertThat(lock.isOpen()).isFalse();
        lock.unlock("prd");
        assertThat(lock.remaining()).isEqualTo(Duration.ofMinutes(10));
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(10)));
        assertThat(lock.isOpen()).as("time is up").isFalse();
        lock.unlock("prd");
        lock.lock();
        assertThat(lock.isOpen()).isFalse();
    }

    @Test
    void aSuspendOrAClockThatWasSetLocksPrdForGood() {
        for (Duration jump : List.of(Duration.ofSeconds(61), Duration.ofSeconds(-61), Duration.ofMinutes(5))) {
            AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
            WriteLock lock = new WriteLock("prd", true, now::get, nanos::get);
            lock.unlock("prd");
            nanos.addAndGet(Duration.ofMinutes(3).toNanos());
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(3)));
            assertThat(lock.remaining()).as("three minutes by both clocks").isEqualTo(Duration.ofMinutes(7));
            now.updateAndGet(instant -> instant.plusSeconds(59));
            assertThat(lock.isOpen()).as("a clock that is put right by less than a minute").isTrue();
            now.updateAndGet(instant -> instant.minusSeconds(59).plus(jump));

            assertThatThrownBy(() -> new WritePermits(lock, TestJournal.dev()).checkUnlocked("PutItem")).as("a jump of %s", jump)
                    .isInstanceOf(OperationRefusedException.class);
            now.updateAndGet(instant -> instant.minus(jump));
            assertThat(lock.isOpen()).as("the clock was set back again").isFalse();
        }
    }

    @Test
    void noWriteOfAnyKindReachesAServerWhilePrdIsLocked() throws Exception {
        try (RecordingServer server = new RecordingServer(Map.of());
                AwsClients clients = prd(server, new ActivityLog(), Environment.PRD.policy().newLock(now::get))) {
            List<String> refused = new ArrayList<>();
            for (Object client : List.of(clients.dynamoDb(), clients.cognito())) {
                Class<?> type = client instanceof DynamoDbClient ? DynamoDbClient.class : CognitoIdentityProviderClient.class;
                for (Method method : type.getMethods()) {
                    if (isOperation(method)) {
                        call(client, method, refused);
                    }
                }
            }
            assertThat(refused).contains("putItem", "deleteTable", "batchWriteItem", "transactWriteItems", "adminDeleteUser",
                    "executeStatement");
            assertThat(refused).hasSizeGreaterThan(150);
            assertThat(server.arrived()).isNotEmpty()
                    .allMatch(operation -> operation.matches("(Describe|List|Get|BatchGet|TransactGet|Query|Scan).*"));
        }
    }

    @Test
    void aLockedPrdRunsOnlyStatementsThatBeginWithSelect() throws Exception {
        try (RecordingServer server = new RecordingServer(Map.of());
                AwsClients clients = prd(server, new ActivityLog(), Environment.PRD.policy().newLock(now::get))) {
            var dynamoDb = clients.dynamoDb();
            dynamoDb.executeStatement(b -> b.statement("select * from t"));
            dynamoDb.batchExecuteStatement(b -> b.statements(statement("SELECT * FROM t WHERE pk='a'")));
            assertThat(server.arrived()).containsExactly("ExecuteStatement", "BatchExecuteStatement");
            for (String write : List.of("DELETE FROM t WHERE pk='a'", "/**/DELETE FROM t", "-- SELECT\nDELETE FROM t", " SELECT * FROM t",
                    "",
                    "SELECTED", "INSERT INTO t VALUE {'pk':'SELECT'}", "EXISTS(SELECT * FROM t)")) {
                assertThatThrownBy(() -> dynamoDb.executeStatement(b -> b.statement(write))).as(write)
                        .isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> dynamoDb.batchExecuteStatement(b -> b.statements(statement("SELECT * FROM t"), statement(write))))
                        .as(write)
                        .isInstanceOf(IllegalStateException.class);
            }
            assertThatThrownBy(() -> dynamoDb.executeTransaction(b -> b.transactStatements(
                    ParameterizedStatement.builder().statement("SELECT * FROM t").build())))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.arrived()).hasSize(2);
        }
    }

    @Test
    void anUnlockedPrdLetsWritesThroughAndRecordsThem() throws Exception {
        ActivityLog activity = new ActivityLog();
        WriteLock lock = Environment.PRD.policy().newLock(now::get);
        try (RecordingServer server = new RecordingServer(Map.of(
                "DeleteItem", new RecordingServer.Answer(200, "{\"ConsumedCapacity\":{\"TableName\":\"t\",\"CapacityUnits\":2.5}}")));
                AwsClients clients = prd(server, activity, lock)) {
            lock.unlock("prd");
            WritePermit change =
                    clients.begin(Intent.event("test", "Deleting.", ""), new ChangeTarget("DynamoDB", "t", null, null, null, null));
            clients.dynamoDb()
                    .deleteItem(b -> b.tableName("t").key(Map.of()).overrideConfiguration(PermitInterceptor.of(change)));
            assertThat(server.arrived()).containsExactly("DeleteItem");
            Call call = activity.calls().getFirst();
            assertThat(call.operation()).isEqualTo("DeleteItem");
            assertThat(call.target()).isEqualTo("t");
            assertThat(call.writeCapacity()).isEqualTo(2.5);
            assertThat(call.command())
                    .startsWith("aws dynamodb delete-item --endpoint-url " + server.uri() + " --region eu-central-1")
                    .endsWith("--cli-input-json '{\"TableName\":\"t\",\"Key\":{}}'");
            lock.lock();
            assertThatThrownBy(() -> clients.dynamoDb().deleteItem(b -> b.tableName("t").key(Map.of())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("DeleteItem");
            assertThat(server.arrived()).hasSize(1);
            clients.dynamoDb().deleteItem(b -> b.tableName("t").key(Map.of()).overrideConfiguration(PermitInterceptor.of(change)));
            assertThat(server.arrived()).as("what was permitted goes on").hasSize(2);
            Intent another = Intent.event("test", "Deleting.", "");
            assertThatThrownBy(() -> clients.begin(another, new ChangeTarget("DynamoDB", "t", null, null, null, null)))
                    .isInstanceOf(OperationRefusedException.class);
            change.done("");
            assertThatThrownBy(() -> clients.dynamoDb()
                    .deleteItem(b -> b.tableName("t").key(Map.of()).overrideConfiguration(PermitInterceptor.of(change))))
                    .as("a permit whose change has ended")
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.arrived()).hasSize(2);
        }
    }

    @Test
    void aRetryCountsAsOneCallWithItsRetries() throws Exception {
        ActivityLog activity = new ActivityLog();
        String busy = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\",\"message\":\"slow down\"}";
        try (RecordingServer server = new RecordingServer(Map.of("GetItem", new RecordingServer.Answer(400, busy)));
                AwsClients clients = prd(server, activity, Environment.PRD.policy().newLock(now::get))) {
            assertThatThrownBy(() -> clients.dynamoDb().getItem(b -> b.tableName("t").key(Map.of())))
                    .satisfies(
                            thrown -> assertThat(new AwsFailureExplainer().explain(thrown).sentence()).contains("capacity was exceeded"));
            Call call = activity.calls().getFirst();
            assertThat(call.retries()).isEqualTo(server.arrived().size() - 1).isPositive();
            assertThat(call.error()).startsWith("ProvisionedThroughputExceededException");
            assertThat(activity.made()).isEqualTo(1);
        }
    }

    private static BatchStatementRequest statement(String text) {
        return BatchStatementRequest.builder().statement(text).build();
    }

    private AwsClients prd(RecordingServer server, ActivityLog activity, WriteLock lock) {
        Settings settings = Settings.resolve(
                Environment.PRD,
                Map.of(Setting.AWS_REGION, "eu-central-1"),
                Map.of(),
                SettingsFile.read(Path.of("there", "is", "no", "such", "file")));
        return new AwsClients(settings, lock, activity, TestJournal.dev(), server::uri, server::uri, null, Timeouts.USUAL);
    }

    private static boolean isOperation(Method method) {
        return method.getParameterCount() == 1
                && SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0])
                && SdkPojo.class.isAssignableFrom(method.getReturnType());
    }

    private static void call(Object client, Method method, List<String> refused) throws ReflectiveOperationException {
        Object builder = method.getParameterTypes()[0].getMethod("builder").invoke(null);
        Method build = builder.getClass().getMethod("build");
        build.setAccessible(true);
        try {
            method.invoke(client, build.invoke(builder));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalStateException) {
                refused.add(method.getName());
            }
        }
    }
}
