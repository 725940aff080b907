package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.activity.ActivityLog;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.TestJournal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In prd nothing is written before AWS has told who writes, in which account, and that requests go where they should. */
class WritePrincipalTest {
    private static final ChangeTarget TABLE = new ChangeTarget("DynamoDB", "t", null, null, null, null);
    private static final Intent INTENT = Intent.event("test", "Deleting.", "");

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, String> former = new HashMap<>();
    private final Journal journal = TestJournal.dev();
    private volatile boolean refuses;
    private HttpServer sts;

    @BeforeEach
    void start() throws IOException {
        sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sts.createContext("/", this::answer);
        sts.start();
        set("aws.accessKeyId", "AKID");
        set("aws.secretAccessKey", "secret");
    }

    @AfterEach
    void stop() {
        sts.stop(0);
        former.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private void set(String name, String value) {
        former.putIfAbsent(name, System.getProperty(name));
        System.setProperty(name, value);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String body = refuses
                ? "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>The security token has expired</Message></Error></ErrorResponse>"
                : "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::111122223333:assumed-role/ops/anna</Arn>"
                        + "<Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(refuses ? 403 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private AwsClients prd(Map<Setting, String> more) {
        Map<Setting, String> named = new HashMap<>(more);
        named.put(Setting.AWS_REGION, "eu-west-1");
        named.put(Setting.STS_ENDPOINT, "http://127.0.0.1:" + sts.getAddress().getPort());
        Settings settings = Settings.resolve(Environment.PRD, named, Map.of(), SettingsFile.read(folder.resolve("none")));
        WriteLock lock = Environment.PRD.policy().newLock(InstantSource.system());
        lock.unlock("prd");
        return new AwsClients(settings, lock, new ActivityLog(), journal, () -> null, () -> null, null, Timeouts.USUAL);
    }

    @Test
    void thePrincipalIsAskedForOnceAndIsInTheJournal() {
        try (AwsClients clients = prd(Map.of())) {
            clients.begin(INTENT, TABLE).done("");
            clients.begin(INTENT, TABLE).done("");
            assertThat(journal.list(2).entries()).hasSize(2).allMatch(entry -> "assumed-role/ops/anna".equals(entry.who().principal()));
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void whereAwsDoesNotTellThePrincipalTheWriteIsRefusedWithTheReason() {
        refuses = true;
        try (AwsClients clients = prd(Map.of())) {
            assertThatExceptionOfType(OperationRefusedException.class).isThrownBy(() -> clients.begin(INTENT, TABLE))
                    .satisfies(refused -> assertThat(refused.sentence()).contains("expired"));
            assertThat(journal.list(1).entries()).isEmpty();
        }
    }

    @Test
    void anotherAccountThanTheExpectedOneIsRefused() {
        try (AwsClients clients = prd(Map.of(Setting.EXPECTED_ACCOUNT, "999988887777"))) {
            assertThatExceptionOfType(OperationRefusedException.class).isThrownBy(() -> clients.begin(INTENT, TABLE))
                    .satisfies(refused -> assertThat(refused.sentence()).contains("111122223333").contains("999988887777"));
            assertThat(journal.list(1).entries()).isEmpty();
        }
    }

    @Test
    void anEndpointThatOnlyTheSdkWouldReadIsNotUsed() {
        set("aws.endpointUrlDynamoDb", "http://127.0.0.1:9");
        set("aws.endpointUrlSts", "http://127.0.0.1:9");
        try (AwsClients clients = prd(Map.of())) {
            clients.begin(INTENT, TABLE).done("");
            assertThat(clients.dynamoDb().serviceClientConfiguration().endpointOverride())
                    .contains(URI.create("https://dynamodb.eu-west-1.amazonaws.com"));
            assertThat(asked).hasValue(1);
        }
    }
}
