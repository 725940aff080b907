package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code items export}, {@code import}, {@code copy} and {@code digest}, and {@code conversations copy}. */
@Timeout(90)
class TransferCommandsTest {
    @TempDir
    private Path folder;

    private TestTerminal terminal;
    private final String table = TestAws.tableName("transfer");
    private final String other = TestAws.tableName("transfer-other");

    @BeforeEach
    void open() {
        terminal = new TestTerminal(folder.resolve("home")).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", table).ok();
        terminal.run("tables", "create", other).ok();
    }

    private void fill() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append("{\"pk\":{\"S\":\"p" + i % 2 + "\"},\"sk\":{\"S\":\"" + (10 + i) + "\"},\"n\":{\"N\":\"" + i
                    + "\"},\"note\":{\"S\":\"Call me\"}}\n");
        }
        terminal.input(lines.toString());
        terminal.run("items", "put", table, "-").ok();
    }

    private List<JsonNode> items(String of) {
        return terminal.run("items", "scan", of, "--json").ok().jsonLines();
    }

    private String digest(String of) {
        return terminal.run("items", "digest", of, "--json").ok().json().get("digest").asText();
    }

    @Test
    void aTableIsExportedImportedAndUndone() {
        fill();
        String file = folder.resolve("items.csv").toString();
        JsonNode exported = terminal.run("items", "export", table, file, "--json").ok().json();
        assertThat(exported.get("items").asLong()).isEqualTo(20);
        JsonNode dry = terminal.run("items", "import", other, file, "--dry-run", "--json").ok().json();
        assertThat(dry.get("written").asLong()).isEqualTo(20);
        assertThat(items(other)).isEmpty();
        JsonNode done = terminal.run("items", "import", other, file, "--json").ok().json();
        assertThat(done.get("read").asLong()).isEqualTo(20);
        assertThat(done.get("written").asLong()).isEqualTo(20);
        assertThat(digest(other)).isEqualTo(digest(table));
        assertThat(terminal.run("items", "import", other, file).failure(1)).contains("20 items of 20 exist", "--on-conflict");
        terminal.run("journal", "undo", done.get("change").asText()).ok();
        assertThat(items(other)).isEmpty();
    }

    @Test
    void aQueryIsExportedWithItsFilterAndProjection() throws Exception {
        fill();
        Path file = folder.resolve("some.json");
        terminal.run("items", "export", table, file.toString(), "--pk", "p1", "--sk-between", "11", "17", "--filter", "#n > :n", "--names",
                "{\"#n\":\"n\"}", "--values", "{\":n\":{\"N\":\"2\"}}", "--project", "pk,sk").ok();
        assertThat(Files.readAllLines(file)).hasSize(3).allSatisfy(line -> assertThat(line)
                .contains("\"pk\":{\"S\":\"p1\"}").containsPattern("\"sk\":\\{\"S\":\"1[357]\"}").doesNotContain("note"));
        assertThat(terminal.run("items", "export", table, folder.resolve("x").toString(), "--sk-eq", "1").failure(1)).contains("Give --pk");
        assertThat(terminal.run("items", "export", table, folder.resolve("x").toString(), "--index", "none").failure(1))
                .contains("no index none");
    }

    @Test
    void aDryRunShowsTheAttributesThatWouldChange() throws Exception {
        fill();
        Path file = folder.resolve("edited.csv");
        terminal.run("items", "export", table, file.toString()).ok();
        List<String> lines = Files.readAllLines(file);
        int first = IntStream.range(0, lines.size()).filter(i -> lines.get(i).startsWith("p1,")).findFirst().orElseThrow();
        lines.set(first, lines.get(first).replace("Call me", "Call Bo"));
        Files.write(file, lines);
        String out = terminal.run("items", "import", table, file.toString(), "--dry-run", "--on-conflict", "replace").ok().out();
        assertThat(out.lines().skip(1)).containsExactly(
                "~ {\"pk\":{\"S\":\"p1\"},\"sk\":{\"S\":\"11\"}}",
                "    - {\"note\":{\"S\":\"Call me\"}}",
                "    + {\"note\":{\"S\":\"Call Bo\"}}");
        assertThat(items(table).toString()).doesNotContain("Call Bo");
    }

    @Test
    void whatIsRejectedEndsWithFour() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"}}\n{\"pk\":{\"S\":\"a\"}}\n");
        Path rejects = folder.resolve("rejects.json");
        CommandLineResult result = terminal.run("items", "import", table, file.toString(), "--rejects", rejects.toString(), "--json");
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.json().get("rejected").asLong()).isEqualTo(1);
        assertThat(result.json().get("written").asLong()).isEqualTo(1);
        assertThat(result.err()).contains("line 2");
        assertThat(rejects).exists();
    }

    @Test
    void aPrdTableIsCopiedToDevWithoutAnybodysData() {
        fill();
        String endpoint = TestEngines.dynamoDb().toString();
        JsonNode copied =
                terminal.run("--env", "prd", "--endpoint", endpoint, "--region", "eu-west-1", "items", "copy", table, "--to", other,
                        "--to-env", "dev", "--to-endpoint", endpoint, "--mask", "texts", "--json").ok().json();
        assertThat(copied.get("written").asLong()).isEqualTo(20);
        assertThat(terminal.run("journal", "list", "--limit", "1").ok().out()).contains("Copy 20 items of " + table + " to " + other);
        assertThat(items(other)).hasSize(20)
                .allSatisfy(item -> assertThat(item.get("note").get("S").asText()).hasSize(7).isNotEqualTo("Call me"));
        assertThat(terminal.run("items", "copy", table, "--to", other, "--to-env", "prd", "--to-endpoint", endpoint).failure(3))
                .contains("prd");
    }

    @Test
    void aConversationIsCopiedWithTheRowsOfItsParticipants() throws Exception {
        String group = "5ae290ed-55d1-47a0-bc6d-fe2bc2700399";
        String ada = "11111111-1111-4111-8111-111111111111";
        String bo = "22222222-2222-4222-8222-222222222222";
        terminal.input(row(ada, bo, group) + row(bo, ada, group) + row(ada, bo, group.replace('5', '6')) + message(group, ada, "1")
                + message(group, ada, "2")
                + message(group.replace('5', '6'), bo, "1"));
        terminal.run("items", "put", table, "-").ok();
        String endpoint = TestEngines.dynamoDb().toString();
        Files.createDirectories(folder.resolve("home"));
        terminal.variable("DDB_MESSAGE_TABLE", other);
        JsonNode copied = terminal
                .run("--table", table, "conversations", "copy", group, "--to-endpoint", endpoint, "--to-env", "dev", "--mask", "all",
                        "--json")
                .ok().json();
        assertThat(copied.get("written").asLong()).as("two messages and two rows").isEqualTo(4);
        assertThat(items(other).toString()).doesNotContain("Ahoy", ada, bo).contains(group);
        assertThat(terminal.run("--table", table, "conversations", "copy", "00000000-0000-4000-8000-000000000000").failure(1))
                .contains("was not found");
    }

    private static String row(String of, String with, String group) {
        return "{\"pk\":{\"S\":\"GRP#" + of + "\"},\"sk\":{\"S\":\"2026-01-01T10:00:00.000000+00:0" + group.charAt(0)
                + "\"},\"message_group_uuid\":{\"S\":\""
                + group + "\"},\"message\":{\"S\":\"Ahoy\"},\"user_uuid\":{\"S\":\"" + with + "\"}}\n";
    }

    private static String message(String group, String from, String second) {
        return "{\"pk\":{\"S\":\"MSG#" + group + "\"},\"sk\":{\"S\":\"2026-01-01T10:00:0" + second
                + ".000000+00:00\"},\"message\":{\"S\":\"Ahoy\"},"
                + "\"user_uuid\":{\"S\":\"" + from + "\"}}\n";
    }
}
