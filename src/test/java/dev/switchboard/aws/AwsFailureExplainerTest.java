package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.TestJournal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsFailureExplainerTest {
    private final FailureExplainer explanations = new FailureExplainer(List.of(new AwsFailureExplainer()));

    @ParameterizedTest
    @ValueSource(strings = {"ResourceNotFoundException", "ExpiredTokenException", "AccessDeniedException", "UnrecognizedClientException"})
    void eachErrorCodeHasItsOwnSentenceAndRemedy(String code) throws Exception {
        Explanation explanation = explain(new RecordingServer.Answer(400, "{\"__type\":\"x#" + code + "\",\"message\":\"the words\"}"));
        assertThat(explanation.expected()).isTrue();
        assertThat(explanation.sentence()).doesNotContain(code);
        assertThat(explanation.remedy()).isNotBlank();
    }

    @Test
    void aCodeWithoutASentenceIsToldWithItsNameAndIsNoBug() throws Exception {
        Explanation explanation = explain(new RecordingServer.Answer(400, "{\"__type\":\"x#NewException\",\"message\":\"the words\"}"));
        assertThat(explanation.expected()).isTrue();
        assertThat(explanation.sentence()).contains("NewException").contains("the words");
    }

    @Test
    void aRefusedConnectionAndAnUnknownNameAreToldApart() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(explain(URI.create("http://127.0.0.1:" + port), Map.of()).sentence()).startsWith("The endpoint refused the connection");
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        try {
            Explanation unknown = explain(URI.create("http://no-such-host.invalid:8000"), Map.of());
            assertThat(unknown.sentence()).startsWith("The endpoint’s host name was not found");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void anythingElseIsABugWithItsTrace() {
        Explanation bug = explanations.of(new IllegalStateException("inside"));
        assertThat(bug.expected()).isFalse();
        assertThat(bug.detail()).contains("AwsFailureExplainerTest").contains("inside");
    }

    @Test
    void anotherAccountThanTheExpectedOneIsRefused() {
        AccountInterceptor guard = new AccountInterceptor("111122223333", () -> "999900001111");
        Assertions.assertThatThrownBy(() -> guard.beforeExecution(null, null))
                .isInstanceOf(OperationRefusedException.class)
                .hasMessageContaining("999900001111")
                .hasMessageContaining("111122223333");
        new AccountInterceptor("111122223333", () -> "111122223333").beforeExecution(null, null);
        new AccountInterceptor(null, () -> Assertions.fail("nobody expects an account, so nobody asks")).beforeExecution(null, null);
    }

    private Explanation explain(RecordingServer.Answer answer) throws Exception {
        try (RecordingServer server = new RecordingServer(Map.of("ListTables", answer))) {
            return explain(server.uri(), Map.of());
        }
    }

    private Explanation explain(URI endpoint, Map<Setting, String> given) {
        Settings settings = Settings.resolve(Environment.DEV, given, Map.of(), SettingsFile.read(Path.of("no", "such", "file")));
        try (AwsClients clients = new AwsClients(
                settings,
                Environment.DEV.policy().newLock(InstantSource.system()),
                new ActivityLog(),
                TestJournal.dev(),
                () -> endpoint,
                () -> endpoint,
                null,
                Timeouts.USUAL)) {
            clients.dynamoDb().listTables();
            return Assertions.fail("the call went through");
        } catch (RuntimeException e) {
            return explanations.of(e);
        }
    }
}
