package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.testing.TableSettingsDynamoDb;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code tables describe --as} and {@code tables create --from}. */
@Timeout(60)
class TableFilesCommandsTest {
    private final String table = TestAws.tableName("files");

    @TempDir
    private Path folder;

    @AutoClose private final TableSettingsDynamoDb dynamoDb = new TableSettingsDynamoDb();

    private TestTerminal terminal;

    @BeforeEach
    void open() {
        terminal = new TestTerminal(folder.resolve("home")).variable("AWS_ENDPOINT_URL", dynamoDb.proxy().uri().toString());
        terminal.run("tables", "create", table, "--with-index", "--with-stream").ok();
        terminal.run("tables", "update", table, "--ttl", "expires").ok();
        dynamoDb.recoveryDays.put(table, 7);
        dynamoDb.kinesis.put(table, new ConcurrentHashMap<>(Map.of("arn:aws:kinesis:a:1:stream/x", "MILLISECOND")));
    }

    private String describedAs(String... as) throws Exception {
        Path file = folder.resolve("table.json");
        String[] words = Stream.concat(Stream.of("tables", "describe", table), Stream.of(as))
                .toArray(String[]::new);
        Files.writeString(file, terminal.run(words).ok().out());
        return file.toString();
    }

    private JsonNode described(String name) {
        ObjectNode details = (ObjectNode) terminal.run("tables", "describe", name, "--json").ok().json();
        details.remove(List.of("name", "arn", "created", "approximateItems", "approximateBytes"));
        return details;
    }

    @Test
    void aTableIsCreatedFromItsOwnDescription() throws Exception {
        String name = TestAws.tableName("files");
        CommandLineResult created = terminal.run("tables", "create", name, "--from", describedAs("--json"), "--json").ok();
        assertThat(created.json().get("notSet")).isEmpty();
        assertThat(described(name)).isEqualTo(described(table));
        assertThat(terminal.run("tables", "create", "--from", describedAs("--as", "cloudformation")).failure(1)).contains("exists");
    }

    @Test
    void whatATextDoesNotIncludeIsSaid() {
        assertThat(terminal.run("tables", "describe", table, "--as", "workbench").ok().err())
                .contains("Not included:", "stream (NEW_IMAGE)", "time to live (expires)");
        assertThat(terminal.run("tables", "describe", table, "--as", "terraform").ok().err()).isEmpty();
        assertThat(terminal.run("tables", "describe", table, "--as", "cli").ok().out()).startsWith("AWS_ACCESS_KEY_ID=local")
                .contains("create-table", "update-time-to-live", "update-continuous-backups", "enable-kinesis-streaming-destination");
        assertThat(terminal.run("tables", "describe", table, "--as", "sql").status()).isEqualTo(2);
    }

    @Test
    void aSettingThatFailsIsSaidAndTheTableIsCreated() throws Exception {
        dynamoDb.proxy().refuse("UpdateTimeToLive", "AccessDeniedException");
        String name = TestAws.tableName("files");
        CommandLineResult created = terminal.run("tables", "create", name, "--from", describedAs("--json"));
        assertThat(created.status()).isEqualTo(4);
        assertThat(created.out()).contains("Created " + name);
        assertThat(created.err()).contains("time to live (expires) was not set");
    }

    @Test
    void theFileIsNotMixedWithOptions() throws Exception {
        assertThat(terminal.run("tables", "create", "--from", describedAs("--json"), "--on-demand").status()).isEqualTo(2);
        assertThat(terminal.run("tables", "create", "--from", folder.resolve("none").toString()).failure(1)).contains("cannot be read");
    }

    @Test
    void compareFindsItemsThatDiffer() throws Exception {
        String one = TestAws.tableName("files");
        String other = TestAws.tableName("files");
        for (String each : List.of(one, other)) {
            terminal.run("tables", "create", each, "--on-demand").ok();
            terminal.input("{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"},\"n\":{\"N\":\"1\"}}").run("items", "put", each, "-").ok();
        }
        assertThat(terminal.run("tables", "compare", one, "--with", other, "--items").ok().out()).contains("The 1 item is the same.");
        terminal.input("{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"},\"n\":{\"N\":\"2\"}}").run("items", "put", other, "-").ok();
        CommandLineResult changed = terminal.run("tables", "compare", one, "--with", other, "--items", "--json");
        assertThat(changed.status()).isEqualTo(4);
        assertThat(changed.json().at("/items/changed").asInt()).isEqualTo(1);
        assertThat(changed.json().at("/items/keys/0/key/sk/S").asText()).isEqualTo("1");
        assertThat(terminal.run("tables", "compare", one, "--with", other, "--items").out()).contains("changed {");
    }

    @Test
    void compareListsEveryDifferenceAndWhatIsNotComparable() throws Exception {
        String other = TestAws.tableName("files");
        terminal.run("tables", "create", other, "--on-demand").ok();
        CommandLineResult compared = terminal.run("tables", "compare", table, "--with", other, "--json");
        assertThat(compared.status()).isEqualTo(4);
        assertThat(compared.json().get("differences").findValuesAsText("property")).containsExactly(
                "billing mode", "capacity", "stream", "index message-group-sk-index", "index message-group-sk-index keys",
                "index message-group-sk-index projection", "index message-group-sk-index capacity", "time to live",
                "point-in-time recovery", "Kinesis streams");
        assertThat(compared.json().at("/differences/0/left").asText()).isEqualTo("PROVISIONED");
        assertThat(compared.json().at("/differences/0/right").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(compared.json().at("/differences/2/right").isNull()).isTrue();
        String same = TestAws.tableName("files");
        terminal.run("tables", "create", same, "--from", describedAs("--json")).ok();
        assertThat(terminal.run("tables", "compare", table, "--with", same).ok().out()).contains("same definition");
        CommandLineResult elsewhere = terminal.run("tables", "compare", table, "--with-env", "dev", "--with-endpoint",
                TestEngines.dynamoDb().toString());
        assertThat(elsewhere.err()).contains("Not compared", "point-in-time recovery");
        assertThat(elsewhere.status()).isZero();
    }
}
