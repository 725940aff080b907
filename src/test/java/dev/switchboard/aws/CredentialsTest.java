package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.activity.ActivityLog;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where credentials come from, what is said where they have ended, and that a session goes on with fresh ones. */
class CredentialsTest {
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> assumed = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Path folder;
    private Path renewed;
    private String account = "111122223333";

    @BeforeEach
    void serve(@TempDir Path temporary) throws IOException {
        folder = temporary;
        renewed = folder.resolve("renewed");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Path script = Files.writeString(folder.resolve("keys.sh"), """
                if [ -e '%s' ]; then key=AKIDNEW; else key=AKIDOLD; fi
                echo "{\\"Version\\":1,\\"AccessKeyId\\":\\"$key\\",\\"SecretAccessKey\\":\\"secret\\",\\"SessionToken\\":\\"token\\"}"
                """.formatted(renewed));
        Path config = Files.writeString(folder.resolve("config"), """
                [profile ops]
                credential_process = /bin/sh %s
                [profile dead]
                credential_process = /bin/false
                [sso-session company]
                sso_start_url = https://company.example/start
                sso_region = eu-west-1
                [profile people of ops]
                sso_session = company
                sso_account_id = 111122223333
                sso_role_name = Operator
                region = eu-west-1
                [profile base]
                aws_access_key_id = AKIDNEW
                aws_secret_access_key = secret
                [profile guarded]
                role_arn = arn:aws:iam::111122223333:role/operator
                source_profile = base
                mfa_serial = arn:aws:iam::111122223333:mfa/anna
                region = eu-west-1
                """.formatted(script));
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (request.contains("Action=AssumeRole")) {
            assumed.add(request);
            send(exchange, 200, """
                    <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>\
                    <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
                    <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""");
        } else if (request.contains("Action=GetCallerIdentity")) {
            send(exchange, 200,
                    "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::" + account + ":user/anna</Arn><Account>"
                            + account + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
        } else if (signed.contains("AKIDOLD")) {
            send(exchange, 400,
                    "{\"__type\":\"x#ExpiredTokenException\",\"message\":\"The security token included in the request is expired\"}");
        } else {
            arrived.add(signed);
            send(exchange, 200, "{\"TableNames\":[]}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", body.startsWith("<") ? "text/xml" : "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private AwsClients clients(String profile, @Nullable Function<String, @Nullable String> mfaCode, SettingsFile file) {
        Settings settings = Settings.resolve(
                Environment.PRD,
                Map.of(Setting.AWS_PROFILE, profile, Setting.AWS_REGION, "eu-west-1", Setting.STS_ENDPOINT, uri().toString()), Map.of(),
                file);
        return new AwsClients(
                settings,
                Environment.PRD.policy().newLock(InstantSource.system()),
                new ActivityLog(),
                TestJournal.dev(),
                this::uri,
                this::uri,
                mfaCode,
                Timeouts.USUAL);
    }

    private AwsClients clients(String profile) {
        return clients(profile, null, SettingsFile.read(folder.resolve("none.json")));
    }

    private static Explanation explain(Throwable thrown, String profile) {
        return new FailureExplainer(List.of(new AwsFailureExplainer(profile))).of(thrown);
    }

    @Test
    void credentialsThatHaveEndedAreRenewedOutsideAndTheSameClientsGoOn() throws IOException {
        try (AwsClients clients = clients("ops")) {
            Throwable thrown = catchThrowable(() -> clients.dynamoDb().listTables());
            Explanation explanation = explain(thrown, "ops");
            assertThat(explanation.sentence()).isEqualTo("The AWS credentials have expired.");
            assertThat(explanation.remedy()).contains("credential_process command of profile ops").contains("This session stays open");
            assertThat(arrived).isEmpty();

            Files.createFile(renewed);
            assertThat(clients.dynamoDb().listTables().tableNames()).isEmpty();
            assertThat(arrived).hasSize(1).first().asString().contains("AKIDNEW");
        }
    }

    @Test
    void aLogInThatIsMissingIsToldWithTheExactCommand() {
        try (AwsClients clients = clients("people of ops")) {
            Explanation explanation = explain(catchThrowable(() -> clients.dynamoDb().listTables()), "people of ops");
            assertThat(explanation.expected()).isTrue();
            assertThat(explanation.remedy()).contains("aws sso login --profile 'people of ops'");
        }
    }

    @Test
    void aProgramThatGivesNoCredentialsIsNamed() {
        try (AwsClients clients = clients("dead")) {
            Explanation explanation = explain(catchThrowable(() -> clients.dynamoDb().listTables()), "dead");
            assertThat(explanation.expected()).isTrue();
            assertThat(explanation.remedy()).contains("credential_process command of profile dead");
        }
    }

    @Test
    void aProfileThatWasNamedWinsOverKeysOfTheProcess() throws IOException {
        Files.createFile(renewed);
        System.setProperty("aws.accessKeyId", "AKIDPROCESS");
        System.setProperty("aws.secretAccessKey", "secret");
        try (AwsClients clients = clients("ops")) {
            clients.dynamoDb().listTables();
            assertThat(arrived).first().asString().contains("AKIDNEW");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void aRoleWithMfaAsksForTheCodeOnceAndIsUsedByEveryClient() {
        Deque<String> asked = new ArrayDeque<>();
        Function<String, @Nullable String> prompt = serial -> {
            asked.add(serial);
            return " 123456 ";
        };
        try (AwsClients clients = clients("guarded", prompt, SettingsFile.read(folder.resolve("none.json")))) {
            clients.dynamoDb().listTables();
            clients.cognito().listUserPools(request -> request.maxResults(1));
            assertThat(clients.caller().principal()).isEqualTo("user/anna");
            assertThat(asked).containsExactly("arn:aws:iam::111122223333:mfa/anna");
            assertThat(assumed).hasSize(1).first().asString().contains("TokenCode=123456").contains("mfa%2Fanna");
            assertThat(arrived).hasSize(2).allMatch(signed -> signed.contains("ASIAROLE"));
            assertThat(clients.expiry()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", ""})
    @Timeout(20)
    void callsAtTheSameTimeAskForOneCodeHoweverLongThePersonTakes(String typed) throws Exception {
        Deque<String> asked = new ConcurrentLinkedDeque<>();
        CountDownLatch question = new CountDownLatch(1);
        CompletableFuture<String> code = new CompletableFuture<>();
        Function<String, @Nullable String> prompt = serial -> {
            asked.add(serial);
            question.countDown();
            return code.join();
        };
        try (AwsClients clients = clients("guarded", prompt, SettingsFile.read(folder.resolve("none.json")))) {
            List<FutureTask<Integer>> calls = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                FutureTask<Integer> call = new FutureTask<>(() -> clients.dynamoDb().listTables().tableNames().size());
                calls.add(call);
                threads.add(Thread.ofPlatform().daemon().start(call));
                question.await();
            }
            // Waiting for a time would mean to ask at its end.
            while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            code.complete(typed);
            for (FutureTask<Integer> call : calls) {
                Throwable thrown = catchThrowable(call::get);
                assertThat(thrown == null).as("%s", thrown).isEqualTo(!typed.isEmpty());
            }
            assertThat(asked).as("nor is whoever cancels asked again for the others").hasSize(1);
            assertThat(assumed).hasSize(typed.isEmpty() ? 0 : 1);
        }
    }

    @Test
    @Timeout(20)
    void aCallThatIsCancelledWhileAnotherIsAskedForTheCodeDoesNotMakeTheNextOneAskAgain() throws Exception {
        Deque<String> asked = new ConcurrentLinkedDeque<>();
        CountDownLatch question = new CountDownLatch(1);
        CompletableFuture<String> code = new CompletableFuture<>();
        Function<String, @Nullable String> prompt = serial -> {
            asked.add(serial);
            question.countDown();
            return code.join();
        };
        try (AwsClients clients = clients("guarded", prompt, SettingsFile.read(folder.resolve("none.json")))) {
            FutureTask<Integer> asking = new FutureTask<>(() -> clients.dynamoDb().listTables().tableNames().size());
            Thread.ofPlatform().daemon().start(asking);
            question.await();
            FutureTask<Integer> waiting = new FutureTask<>(() -> clients.dynamoDb().listTables().tableNames().size());
            Thread waiter = Thread.ofPlatform().daemon().start(waiting);
            while (waiter.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            waiter.interrupt();
            assertThat(catchThrowable(waiting::get)).isInstanceOf(ExecutionException.class);
            code.complete("123456");
            assertThat(asking.get()).isZero();
            clients.dynamoDb().listTables();
            assertThat(asked).as("the code that was typed serves every later call").hasSize(1);
            assertThat(assumed).hasSize(1);
        }
    }

    @Test
    void whereNobodyCanTypeTheCodeNothingIsSent() {
        try (AwsClients clients = clients("guarded")) {
            Throwable thrown = catchThrowable(() -> clients.dynamoDb().listTables());
            assertThat(explain(thrown, "guarded").sentence()).contains("mfa/anna");
            assertThat(thrown).isInstanceOf(OperationFailedException.class);
            assertThat(assumed).isEmpty();
        }
    }

    @Test
    void freshCredentialsOfAnotherAccountAreRefused() throws IOException {
        SettingsFile file = SettingsFile.read(folder.resolve("settings.json"));
        file.set(Environment.PRD, Setting.EXPECTED_ACCOUNT, "111122223333");
        try (AwsClients clients = clients("ops", null, file)) {
            assertThat(catchThrowable(() -> clients.dynamoDb().listTables())).hasMessageContaining("expired");
            account = "999900001111";
            Files.createFile(renewed);
            assertThat(catchThrowable(() -> clients.dynamoDb().listTables())).isInstanceOf(OperationRefusedException.class)
                    .hasMessageContaining("999900001111");
            assertThat(arrived).isEmpty();
        }
    }
}
