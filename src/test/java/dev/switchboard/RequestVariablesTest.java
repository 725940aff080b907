package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.RequestRecorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real environment variables of a process, which the AWS SDK reads by itself, decide nothing. */
@Timeout(60)
class RequestVariablesTest {
    @TempDir
    private Path folder;

    private RequestRecorder engine;
    private RequestRecorder proxy;
    private Path config;

    /** What a command printed to standard error, and its exit status. */
    private record Ended(String error, int status) {}

    @BeforeEach
    void open() throws IOException {
        engine = new RequestRecorder();
        proxy = new RequestRecorder();
        config = Files.writeString(folder.resolve("config"), """
                [profile base]
                aws_access_key_id = AKIDBASE
                aws_secret_access_key = secret
                [profile role]
                role_arn = arn:aws:iam::111122223333:role/operator
                source_profile = base
                region = ap-south-1
                [profile emulated]
                region = ap-south-1
                aws_access_key_id = AKIDKEYS
                aws_secret_access_key = secret
                endpoint_url = %s
                """.formatted(engine.url()));
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
        proxy.close();
    }

    private Ended run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaProcess.java(List.of(), "dev.switchboard.Switchboard", arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet()
                .removeIf(name -> name.startsWith("AWS_") || name.toUpperCase(java.util.Locale.ROOT).endsWith("_PROXY"));
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        builder.environment().put("AWS_CONFIG_FILE", config.toString());
        builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().putAll(variables);
        Process process = builder.start();
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(error, process.waitFor());
    }

    private Map<String, String> emulatedShell() {
        Map<String, String> shell = new HashMap<>();
        Arrays.asList("", "_DYNAMODB", "_COGNITO_IDENTITY_PROVIDER", "_STS", "_SSO", "_SSO_OIDC")
                .forEach(service -> shell.put("AWS_ENDPOINT_URL" + service, engine.url()));
        shell.put("HTTPS_PROXY", proxy.url());
        shell.put("HTTP_PROXY", proxy.url());
        return shell;
    }

    @Test
    void prdWritesNothingIntoTheEngineOfAShell() throws Exception {
        Map<String, String> shell = emulatedShell();
        shell.putAll(Map.of("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "secret"));

        Ended ended = run(shell, "--env", "prd", "--region", "eu-west-1", "--unlock", "prd", "tables", "create", "test-table");

        assertThat(engine.take()).as("what the engine was asked").isEmpty();
        assertThat(proxy.take()).isNotEmpty().allMatch(each -> each.endsWith(".eu-west-1.amazonaws.com:443"));
        assertThat(ended.status()).isNotZero();
        assertThat(ended.error()).containsOnlyOnce("Ignored in prd: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_DYNAMODB, ")
                .contains("AWS_ENDPOINT_URL_STS").contains("The proxy " + proxy.url() + " (HTTPS_PROXY) rejected the connection");
    }

    @Test
    void aRoleIsAssumedAtAwsWhoeverCreatesItsClient() throws Exception {
        Map<String, String> shell = emulatedShell();
        shell.put("AWS_PROFILE", "role");

        run(shell, "--env", "prd", "tables", "list");

        assertThat(engine.take()).as("what the engine was asked").isEmpty();
        assertThat(proxy.take()).isNotEmpty().allMatch("CONNECT sts.ap-south-1.amazonaws.com:443"::equals);
    }

    @Test
    void theEndpointOfAProfileIsNamedAndNotUsed() throws Exception {
        Ended ended = run(Map.of("HTTPS_PROXY", proxy.url()), "--env", "prd", "--profile", "emulated", "tables", "list");

        assertThat(engine.take()).isEmpty();
        assertThat(proxy.take()).isNotEmpty().allMatch("CONNECT dynamodb.ap-south-1.amazonaws.com:443"::equals);
        assertThat(ended.error()).containsOnlyOnce("Ignored in prd: endpoint_url of the AWS profile emulated.");
    }

    @Test
    void aLocalEngineNeedsNoProfileNoProxyAndNoKindOfAwsEndpoint() throws Exception {
        Ended ended = run(Map.of(
                "AWS_ENDPOINT_URL", engine.url(),
                "AWS_PROFILE", "missing",
                "AWS_CONFIG_FILE", folder.resolve("no-config").toString(),
                "AWS_USE_FIPS_ENDPOINT", "true",
                "AWS_USE_DUALSTACK_ENDPOINT", "true",
                "AWS_ENDPOINT_DISCOVERY_ENABLED", "true",
                "HTTP_PROXY", "http://127.0.0.1:9",
                "HTTPS_PROXY", "http://127.0.0.1:9"), "tables", "list");

        assertThat(ended.error()).as(ended.error()).doesNotContain("switchboard:");
        assertThat(engine.take()).contains("dynamodb us-east-1 local");
    }

    @Test
    void aProxyThatDoesNotAnswerIsNamed() throws Exception {
        Ended ended = run(Map.of("HTTP_PROXY", "http://127.0.0.1:9"), "--env", "prd", "--profile", "emulated", "tables", "list");

        assertThat(ended.error()).contains("The proxy http://127.0.0.1:9 (HTTP_PROXY) cannot be reached").contains("Connection refused");
    }

    @Test
    void variablesOfLibpqDoNotMoveTheDatabase() throws Exception {
        String database = "postgresql://u:p@127.0.0.1:" + engine.port() + "/app?sslmode=disable";
        Path services = Files.writeString(folder.resolve("services"), "[other]\nhost=127.0.0.1\nport=" + proxy.port() + "\ndbname=other\n");

        run(Map.of(
                "CONNECTION_URL", database,
                "PGHOST", "127.0.0.1",
                "PGPORT", Integer.toString(proxy.port()),
                "PGDATABASE", "other",
                "PGSERVICE", "other",
                "PGSERVICEFILE", services.toString(),
                "JAVA_TOOL_OPTIONS", "-DPGHOST=127.0.0.1 -DPGPORT=" + proxy.port() + " -DPGDBNAME=other"), "users", "list");

        assertThat(proxy.take()).isEmpty();
        assertThat(engine.take()).contains("postgres app");
    }
}
