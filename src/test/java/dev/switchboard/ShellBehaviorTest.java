package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What only a process of its own meets: outputs that cannot be written, readers that go away, closed streams, and locales. The processes run
 * four at a time before the results are looked at.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@EnabledOnOs(OS.LINUX)
class ShellBehaviorTest {
    private static final int AT_ONCE = 4;
    private static final String TABLE = TestAws.tableName("shell");
    private static final PostgresEngine POSTGRES = TestEngines.freshDatabase();
    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    @TempDir
    private static Path folder;

    /** One process: what the shell does with its streams, and what it must end with. */
    private record Case(String name, String shell, Map<String, String> variables, List<String> words, int status, String out, String err) {}

    private record Run(int status, String out, String err) {}

    private static Case run(String shell, int status, String out, String err, String... words) {
        return with(Map.of(), shell, status, out, err, words);
    }

    private static Case with(Map<String, String> variables, String shell, int status, String out, String err, String... words) {
        return new Case(variables + " " + String.join(" ", words) + " " + shell, shell, variables, List.of(words), status, out, err);
    }

    private static final String ANYTHING = "(?s).*";
    private static final String LOST = "switchboard: The output could not be written completely: .*\\R";
    private static final String COUNTS = "Item counts .*\\R";
    private static final String JSON = "\\{.*}\\R";

    private static List<Case> cases() {
        Map<String, String> ascii = Map.of("LC_ALL", "C");
        return List.of(
                run(">/dev/full", 1, "", COUNTS + LOST, "tables", "list", "--json"),
                run(">/dev/full", 1, "", LOST, "items", "scan", TABLE, "--json"),
                run(">/dev/full", 1, "", LOST, "--help"),
                run(">/dev/full 2>/dev/full", 1, "", "", "tables", "list", "--json"),
                run("2>/dev/full", 1, JSON, "", "items", "scan", TABLE, "--json", "--limit", "1"),
                run(">&-", 1, "", COUNTS + LOST, "tables", "list", "--json"),
                run("2>&-", 0, JSON, "", "items", "scan", TABLE, "--json", "--limit", "1"),
                run("<&- >&- 2>&-", 1, "", "", "tables", "list", "--json"),
                run("<&-", 1, "", "switchboard: Standard input cannot be read.*\\R", "db", "run", "-"),
                run("| head -n 1", 0, JSON, "", "items", "scan", TABLE, "--json"),
                run("| true", 0, "", "", "items", "scan", TABLE, "--json", "--segments", "2"),
                run("| true", 0, "", "", "--help"),
                with(ascii, "", 2, "", "(?s)Unmatched argument at index 0: 'ü'.*", "ü"),
                with(ascii, "", 0, ANYTHING, ANYTHING, "tables", "backup", TABLE, "--output",
                        folder.resolve("zürich 漢.switchboard").toString()),
                with(Map.of("LC_ALL", "POSIX", "SWITCHBOARD_HOME", folder.resolve("hömé").toString()), "", 0, JSON, "Writes to .*\\R",
                        "tables", "backup",
                        TABLE, "--json"),
                with(ascii, "", 0, "(?s).*größe.*", ANYTHING, "db", "run", folder.resolve("größe.sql").toString()),
                with(Map.of("LC_ALL", "no_SUCH"), "", 1, "", "switchboard: .*ünknown.*\\R", "journal", "show", "ünknown"),
                with(ascii, "", 1, "", "switchboard: The file .*ü.switchboard cannot be read.*\\R", "ü.switchboard"),
                run("\"$(printf '\\377')\"", 2, "", "switchboard: An argument is not valid UTF-8.*\\R", "journal", "show"),
                with(Map.of("TZ", "foo", "TERM", "dumb"), "", 0, JSON, COUNTS, "tables", "list", "--json"),
                with(Map.of("SWITCHBOARD_HOME", "/proc/none"), "", 0, JSON, COUNTS, "tables", "list", "--json"),
                with(Map.of("SWITCHBOARD_HOME", "/dev/null"), "", 1, "", "switchboard: .*/dev/null.*\\R", "tables", "create", "never"),
                with(Map.of("JDK_JAVA_OPTIONS", "-Duser.language=tr -Duser.country=TR"), "", 4, "\\{\"checks\":.*}\\R", "NOTE: .*\\R",
                        "doctor",
                        "--json", "--env", "dev"),
                with(Map.of("JDK_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG"), "", 0, "[\\p{ASCII}…]*", "[\\p{ASCII}]*", "tables",
                        "list"),
                // A file has the name of the command.
                run("", 4, "\\{\"checks\":.*}\\R", ANYTHING, "doctor", "--json"));
    }

    @BeforeAll
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    static void runAll() throws Exception {
        fill();
        Files.writeString(folder.resolve("doctor"), "no backup");
        Files.writeString(folder.resolve("größe.sql"), "select 'größe' as größe");
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Case one : cases()) {
                running.add(threads.submit(() -> RUNS.put(one.name(), start(one))));
            }
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    @AfterAll
    static void drop() {
        TestEngines.dynamoDbClient().deleteTable(b -> b.tableName(TABLE));
    }

    private static Run start(Case one) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(folder, "run");
        Path status = directory.resolve("status");
        String shell = one.shell().startsWith("|")
                ? "{ \"$@\"; echo $? >'" + status + "'; } " + one.shell()
                : "\"$@\" " + one.shell() + "; echo $? >'" + status + "'";
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
        // The jar allows native access in its manifest; a cache fits one setting only.
        boolean relaunches = one.variables().containsKey("LC_ALL");
        command.addAll(JavaProcess.java(
                relaunches
                        ? List.of("-Xlog:disable", "-XX:AOTMode=off", "--enable-native-access=ALL-UNNAMED")
                        : List.of("-Xlog:disable"),
                "dev.switchboard.Switchboard",
                one.words().toArray(String[]::new)));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(directory.resolve("out").toFile()).redirectError(directory.resolve("err").toFile());
        builder.environment().putAll(Map.of(
                "LC_ALL", "C.UTF-8", "SWITCHBOARD_HOME", folder.resolve("home").toString(), "AWS_ENDPOINT_URL",
                TestEngines.dynamoDb().toString(), "CONNECTION_URL", POSTGRES.url(), "PGPASSWORD", POSTGRES.password()));
        builder.environment().putAll(one.variables());
        builder.start().waitFor();
        return new Run(
                Integer.parseInt(Files.readString(status).strip()), Files.readString(directory.resolve("out")),
                Files.readString(directory.resolve("err")));
    }

    /** More than a pipe holds. */
    private static void fill() {
        DynamoDbClient client = TestEngines.dynamoDbClient();
        client.createTable(b -> b.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder().attributeName("pk").attributeType(ScalarAttributeType.S).build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
        String filler = "x".repeat(100_000);
        IntStream.range(0, 10).forEach(i -> client.putItem(b -> b.tableName(TABLE)
                .item(Map.of("pk", AttributeValue.fromS("item " + i), "filler", AttributeValue.fromS(filler)))));
    }

    @TestFactory
    Stream<DynamicTest> everyCase() {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> {
            Run run = RUNS.get(one.name());
            assertThat(run.err()).doesNotContain("Exception in thread", "\tat ");
            assertThat(run.status()).as("status; standard error: %s", run.err()).isEqualTo(one.status());
            assertThat(run.err()).matches(one.err());
            assertThat(run.out()).matches(one.out());
        }));
    }

    @TestFactory
    Stream<DynamicTest> aNameThatIsNotAsciiIsThatOfTheFile() {
        return Stream.of("zürich 漢.switchboard", "hömé", "größe.sql")
                .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(folder.resolve(name)).exists()));
    }
}
