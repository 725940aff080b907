package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestEngines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What only a process of its own shows: which classes it loads, how it ends on Ctrl-C, what it prints where no language is set. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CommandLineProcessTest {
    /** The class of a parser's model. The verifier loads a few others of picocli, which nothing runs. */
    private static final String COMMAND_MODEL = "picocli.CommandLine$Model$CommandSpec";

    @TempDir
    private Path folder;

    private ProcessBuilder switchboard(List<String> javaOptions, String... words) throws IOException {
        List<String> command = new ArrayList<>(deafToInterrupts() ? List.of("env", "--default-signal=INT") : List.of());
        command.addAll(JavaProcess.java(javaOptions, "dev.switchboard.Switchboard", words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        builder.environment().put("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        return builder;
    }

    /** A build in the background of a shell has Ctrl-C switched off, and hands that on to its children. */
    private static boolean deafToInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0);
    }

    @Test
    void aCommandLoadsNoJavaFx() throws Exception {
        Path classes = folder.resolve("classes.txt");
        // Classes from a cache are loaded whether they are used or not.
        List<String> options = List.of("-XX:AOTMode=off", "-Xlog:class+load:file=" + classes);
        Process process = switchboard(options, "tables", "list", "--json").start();

        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(out).startsWith("{\"tables\":");
        assertThat(Files.readAllLines(classes)).hasSizeGreaterThan(500)
                .noneMatch(line -> line.contains("javafx") || line.contains("dev.switchboard.ui"))
                .noneMatch(CommandLineProcessTest::isHelp);
    }

    /** Whether a class belongs to the manual or to the scripts for shells; the place for the manual in the window is one class of its own. */
    private static boolean isHelp(String line) {
        return line.contains("org.commonmark") || line.contains("dev.switchboard.manual") || line.contains("dev.switchboard.cli.help")
                || line.contains("dev.switchboard.cli.completion")
                || (line.contains("dev.switchboard.ui.help") && !line.contains("dev.switchboard.ui.help.HelpDock"));
    }

    @Test
    void theVersionIsPrintedWithoutTheParser() throws Exception {
        Path classes = folder.resolve("classes.txt");
        Process process = switchboard(List.of("-XX:AOTMode=off", "-Xlog:class+load:file=" + classes), "--version").start();

        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(out).matches("switchboard \\S+\\R");
        assertThat(Files.readAllLines(classes)).hasSizeGreaterThan(300)
                .noneMatch(line -> line.contains(COMMAND_MODEL) || line.contains(" software.amazon."))
                // It would look for providers in every library.
                .noneMatch(line -> line.contains("ResourceBundleControlProviderHolder"));
    }

    @Test
    void aWindowThatTheSystemEndsGoesAtOnceAndHasToldHowLongItsStartTook() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("settings.json"), "{\"window\": {\"screen\": \"tables\"}}");
        Path classes = folder.resolve("classes.txt");
        ProcessBuilder builder = switchboard(List.of("-XX:AOTMode=off", "-Xlog:class+load:file=" + classes, "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-Dsun.net.httpserver.nodelay=true"));
        builder.environment().put("CONNECTION_URL", "postgresql://nobody@127.0.0.1:9/none");
        Process process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("window.txt").toFile()).start();
        String log = "";
        while (!log.contains("First result shown after")) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as("the window stays open").isFalse();
            log = log(home);
        }
        assertThat(log).contains("Program started after", "Toolkit started after", "Scene built after", "Stage shown after",
                "First frame shown after", "First screen opened after");
        assertThat(Files.readAllLines(classes)).as("nothing is parsed").noneMatch(line -> line.contains(COMMAND_MODEL))
                .noneMatch(CommandLineProcessTest::isHelp);

        process.destroy();

        // Far less than the patience with a command that was interrupted.
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(log(home)).doesNotContain("SEVERE");
    }

    private static String log(Path home) throws IOException {
        Path file = home.resolve("logs/switchboard-0-0.log");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void ctrlCEndsAScanAtOnceWithStatus130AndSaysSo() throws Exception {
        fill("interrupted-scan");
        Process process = switchboard(List.of(), "items", "scan", "interrupted-scan", "--rate", "1", "--json").start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("{");
            // Read on, so that the child never waits for a full pipe.
            Thread reader = Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));

            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).inheritIO().start().waitFor();

            assertThat(process.waitFor()).isEqualTo(130);
            reader.join();
        }
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(err.strip().lines()).hasSize(1);
        assertThat(err).startsWith("switchboard: ");
    }

    @Test
    void withoutALanguageLettersArriveAsTyped() throws Exception {
        ProcessBuilder builder = switchboard(List.of(), "tables", "describe", "zürich-😀");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err).contains("zürich-😀");
    }

    @Test
    void withoutADisplayTheWindowIsRefusedInOneLine() throws Exception {
        ProcessBuilder builder = switchboard(List.of());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        Process process = builder.start();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err.strip().lines()).hasSize(1);
        assertThat(err).contains("display", "switchboard tour");
    }

    @Test
    void aHomeThatCannotBeWrittenStopsNoReading() throws Exception {
        Files.writeString(folder.resolve("home"), "a file where the folder should be");
        Process process = switchboard(List.of(), "tables", "list", "--json").start();

        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(out).startsWith("{\"tables\":");
    }

    /** A table of more than one page. */
    private static void fill(String table) {
        DynamoDbClient client = TestEngines.dynamoDbClient();
        client.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder().attributeName("pk").attributeType(ScalarAttributeType.S).build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
        String filler = "x".repeat(300_000);
        IntStream.range(0, 10).forEach(i -> client.putItem(request -> request.tableName(table)
                .item(Map.of("pk", AttributeValue.fromS("item " + i), "filler", AttributeValue.fromS(filler)))));
    }
}
