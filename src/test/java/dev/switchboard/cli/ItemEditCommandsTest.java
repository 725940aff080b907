package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code items put} and {@code items delete}, with their undo. */
@Timeout(60)
class ItemEditCommandsTest {
    private static final String ONE =
            "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"},\"n\":{\"N\":\"12345678901234567890123456789012345678\"}}";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private TestTerminal terminal;
    private final String table = TestAws.tableName("items-edit");

    @BeforeEach
    void open() {
        terminal = new TestTerminal(folder.resolve("home")).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", table).ok();
    }

    private List<JsonNode> items() {
        return terminal.run("items", "scan", table, "--json").ok().jsonLines();
    }

    @Test
    void oneItemInAnyLayoutIsPutAndDeletedAndEachIsUndone() throws Exception {
        Path file = Files.writeString(folder.resolve("item.json"), ONE.replace(",", ",\n  "));
        CommandLineResult put = terminal.run("items", "put", table, file.toString()).ok();
        assertThat(put.out().strip()).isEqualTo("Put 1 item in " + table + "; none replaced an existing item.");
        assertThat(put.err()).contains("switchboard journal undo ");
        assertThat(items()).singleElement().satisfies(item -> assertThat(item).isEqualTo(JSON.readTree(ONE)));

        String key = "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"}}";
        JsonNode deleted = terminal.run("items", "delete", table, key, "--json").ok().json();
        assertThat(deleted.get("deleted").get("n").get("N").asText()).hasSize(38);
        assertThat(items()).isEmpty();
        assertThat(terminal.run("items", "delete", table, key).failure(1)).contains("has no item with this key");

        terminal.run("journal", "undo", deleted.get("change").asText()).ok();
        assertThat(items()).hasSize(1);
    }

    @Test
    void oneItemALineIsReadFromStandardInputAndReplaces() throws Exception {
        terminal.input(ONE + "\n\n" + ONE.replace("\"1\"}", "\"2\"}") + "\n");
        JsonNode first = terminal.run("items", "put", table, "-", "--json").ok().json();
        assertThat(first.get("written").asLong()).isEqualTo(2);
        assertThat(first.get("replaced").asLong()).isZero();
        terminal.input(ONE.replace("12345678901234567890123456789012345678", "7"));
        JsonNode second = terminal.run("items", "put", table, "-", "--json").ok().json();
        assertThat(second.get("replaced").asLong()).isEqualTo(1);
        terminal.run("journal", "undo", second.get("change").asText()).ok();
        assertThat(items()).hasSize(2).anySatisfy(item -> assertThat(item).isEqualTo(JSON.readTree(ONE)));
    }

    @Test
    void itemsThatExistAreKeptIfAskedFor() {
        terminal.input(ONE);
        terminal.run("items", "put", table, "-").ok();
        terminal.input(ONE.replace("12345678901234567890123456789012345678", "7"));
        assertThat(terminal.run("items", "put", table, "-", "--if-absent").failure(1)).contains("exists", "not changed");
        terminal.input(ONE + "\n" + ONE.replace("\"1\"}", "\"3\"}"));
        CommandLineResult partly = terminal.run("items", "put", table, "-", "--if-absent", "--json");
        assertThat(partly.status()).isEqualTo(4);
        assertThat(partly.json().get("written").asLong()).isEqualTo(1);
        assertThat(partly.json().get("skipped").asLong()).isEqualTo(1);
        assertThat(partly.err()).contains("Item 1: an item with this key exists");
        assertThat(items()).hasSize(2);
    }

    @Test
    void whatIsNotValidWritesNothingAndTellsThePlace() {
        terminal.input(ONE + "\n{\"pk\":{\"S\":\"a\"},\"sk\":{\"X\":\"2\"}}\n");
        assertThat(terminal.run("items", "put", table, "-").failure(1)).contains("Line 2", "column", "“X” is not a valid type");
        terminal.input("{\"pk\":{\"S\":\"\"},\"sk\":{\"S\":\"2\"}}");
        assertThat(terminal.run("items", "put", table, "-").failure(1)).contains("“pk” is empty");
        terminal.input(ONE + "\n" + ONE);
        assertThat(terminal.run("items", "put", table, "-").failure(1)).contains("same key", "{\"pk\":{\"S\":\"a\"}");
        assertThat(terminal.run("items", "delete", table, "{\"pk\":{\"S\":\"a\"}}").failure(1)).contains("sk (S)");
        assertThat(items()).isEmpty();
    }
}
