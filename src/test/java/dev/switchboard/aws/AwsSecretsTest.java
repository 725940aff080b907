package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Call;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.SecretScanner;
import dev.switchboard.testing.TestJournal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever AWS or a credential program answers: neither the secret key nor the token comes out in the error, its details or the activity. */
class AwsSecretsTest {
    private static final String KEY = "keyOfOps+4c82/d0=";
    private static final String TOKEN = "tokenOfOps9b1e/77==";
    private static final String SAID = "saidByProgram77af";

    private final SecretScanner evidence = new SecretScanner();
    private final ActivityLog activity = new ActivityLog();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeProfiles() throws Exception {
        Path config = Files.writeString(folder.resolve("config"), """
                [profile ops]
                region = eu-west-1
                aws_access_key_id = AKIDOPS
                aws_secret_access_key = %s
                aws_session_token = %s
                [profile chatty]
                region = eu-west-1
                credential_process = /bin/sh %s
                [profile torn]
                region = eu-west-1
                credential_process = /bin/sh %s
                """.formatted(KEY, TOKEN, script("chatty", "echo 'no log-in with " + SAID + "' >&2; exit 3"),
                script("torn", "echo '" + SAID + "'")));
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
    }

    private Path script(String name, String line) throws Exception {
        return Files.writeString(folder.resolve(name + ".sh"), line + "\n");
    }

    @AfterEach
    void forgetProfiles() {
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
    }

    private AwsClients clients(String profile, URI endpoint) {
        SettingsFile none = SettingsFile.read(folder.resolve("none.json"));
        Map<Setting, String> given = new HashMap<>(Map.of(Setting.AWS_PROFILE, profile, Setting.AWS_REGION, "eu-west-1"));
        Map<Setting, String> named = new EnumMap<>(given);
        named.put(Setting.DYNAMODB_ENDPOINT, endpoint.toString());
        named.put(Setting.COGNITO_ENDPOINT, endpoint.toString());
        Settings settings = Settings.resolve(Environment.DEV, named, Map.of(), none);
        WriteLock lock = Environment.DEV.policy().newLock(InstantSource.system());
        return new AwsClients(settings, lock, activity, TestJournal.dev(), () -> endpoint, () -> endpoint, null, Timeouts.USUAL);
    }

    private Explanation failure(String profile, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        Explanation explanation = new FailureExplainer(List.of(new AwsFailureExplainer(profile))).of(thrown);
        evidence.add("stack trace", trace.toString())
                .add("sentence", explanation.sentence() + " " + explanation.remedy())
                .add("details to copy", explanation.detail());
        for (Call made : activity.calls()) {
            evidence.add("error in the activity", String.valueOf(made.error())).add("command to copy", made.command());
        }
        return explanation;
    }

    static Stream<RecordingServer.Answer> refusals() {
        String signed =
                "The request signature we calculated does not match the signature you provided.\\n\\nThe Canonical String for this request"
                        + " should have been\\n'POST\\n/\\n\\nhost:dynamodb.eu-west-1.amazonaws.com\\nx-amz-date:20261122T121000Z\\nx-amz-security-token:"
                        + TOKEN + "\\nx-amz-target:DynamoDB_20120810.ListTables\\n\\nhost;x-amz-date\\n0f'";
        return Stream.of(
                new RecordingServer.Answer(400, "{\"__type\":\"c#InvalidSignatureException\",\"message\":\"" + signed + "\"}"),
                new RecordingServer.Answer(400, "{\"__type\":\"c#ExpiredTokenException\",\"message\":\"The security token is expired\"}"),
                new RecordingServer.Answer(400,
                        "{\"__type\":\"c#UnrecognizedClientException\",\"message\":\"The security token is invalid\"}"),
                new RecordingServer.Answer(403, "<html>X-Amz-Security-Token: " + TOKEN + "</html>"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalOfTheCredentialsRepeatsNoneOfThem(RecordingServer.Answer answer) throws Exception {
        try (RecordingServer server = new RecordingServer(Map.of("ListTables", answer));
                AwsClients clients = clients("ops", server.uri())) {
            Explanation explanation = failure("ops", () -> clients.dynamoDb().listTables());
            assertThat(server.arrived()).as("it came to the server").contains("ListTables");
            assertThat(explanation.expected()).isTrue();
        }
        assertThat(evidence.of("command to copy")).contains("aws dynamodb list-tables", "--profile ops");
        assertThat(evidence.of("error in the activity")).isNotBlank();
        evidence.assertHoldsNone(KEY, TOKEN);
    }

    @Test
    void whatACredentialProgramSaysIsNotRepeated() {
        for (String profile : List.of("chatty", "torn")) {
            try (AwsClients clients = clients(profile, URI.create("http://127.0.0.1:9"))) {
                assertThat(failure(profile, () -> clients.dynamoDb().listTables()).remedy())
                        .contains("credential_process command of profile " + profile);
            }
        }
        evidence.assertHoldsNone(SAID);
    }
}
