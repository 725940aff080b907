package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} on the data: what it finds, shows, and repairs. */
@Timeout(120)
class DoctorCommandTest {
    private static final String STRAY = "{\"pk\":{\"S\":\"NOTE#1\"},\"sk\":{\"S\":\"a\"}}";
    private static final String GROUP = "11111111-0000-4000-8000-000000000001";
    private static final String ADA = "GRP#aaaaaaaa-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    private TestTerminal terminal;
    private final String table = TestAws.tableName("doctor");

    @BeforeEach
    void open() {
        terminal = new TestTerminal(folder.resolve("home")).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", table).ok();
        put(row("aaaaaaaa", "bbbbbbbb", "new", "2026-02-01T10:00:00.000000+00:00"));
        put(row("bbbbbbbb", "aaaaaaaa", "new", "2026-02-01T10:00:00.000000+00:00"));
        put(message("1", "old", "2026-02-01T09:00:00.000000+00:00"));
        put(message("2", "new", "2026-02-01T10:00:00.000000+00:00"));
    }

    private void put(String item) {
        terminal.input(item);
        terminal.run("items", "put", table, "-").ok();
    }

    private static String uuid(String start) {
        return start + "-0000-4000-8000-000000000001";
    }

    private static String row(String owner, String other, String text, String time) {
        return "{\"pk\":{\"S\":\"GRP#%s\"},\"sk\":{\"S\":\"%s\"},\"message_group_uuid\":{\"S\":\"%s\"},\"message\":{\"S\":\"%s\"},"
                .formatted(uuid(owner), time, GROUP, text)
                + person(other);
    }

    private static String message(String number, String text, String time) {
        return "{\"pk\":{\"S\":\"MSG#%s\"},\"sk\":{\"S\":\"%s\"},\"message_uuid\":{\"S\":\"m%s\"},\"message\":{\"S\":\"%s\"},"
                .formatted(GROUP, time, number, text)
                + person("aaaaaaaa");
    }

    private static String person(String start) {
        return "\"user_uuid\":{\"S\":\"%s\"},\"user_handle\":{\"S\":\"%s\"},\"user_display_name\":{\"S\":\"%s\"}}"
                .formatted(uuid(start), start, start);
    }

    private CommandLineResult doctor(String... arguments) {
        List<String> line = new ArrayList<>(List.of("doctor", "--table", table));
        line.addAll(List.of(arguments));
        return terminal.run(line.toArray(String[]::new));
    }

    private JsonNode check(String id, String... more) {
        List<String> line = new ArrayList<>(List.of("--check", id, "--json"));
        line.addAll(List.of(more));
        return doctor(line.toArray(String[]::new)).json().at("/checks/0");
    }

    @Test
    void healthyDataHasNoFinding() {
        for (String id : List.of("group-one-sided", "group-row-stale", "time-order", "item-unknown", "message-sender-foreign")) {
            JsonNode check = check(id, "--full");
            assertThat(check.path("id").asText()).isEqualTo(id);
            assertThat(check.path("state").asText()).as("%s", check).isEqualTo("ok");
            assertThat(check.path("count").asLong(-1)).isZero();
            assertThat(check.path("findings").isArray()).isTrue();
            assertThat(check.path("repair").isNull()).isTrue();
        }
        assertThat(doctor("--check", "group-row-stale").status()).isZero();
    }

    @Test
    void aFindingEndsWithStatusFourAndNamesItsSubject() {
        put(STRAY);
        CommandLineResult result = doctor("--check", "item-unknown", "--full", "--json");
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err()).as("the cost comes first").contains("RCU").contains("5 items read");
        JsonNode check = result.json().at("/checks/0");
        assertThat(result.json().path("checks")).hasSize(1);
        assertThat(check.path("state").asText()).isEqualTo("warning");
        assertThat(check.path("count").asInt()).isEqualTo(1);
        assertThat(check.path("repair").asText()).isEqualTo("item-unknown");
        assertThat(check.at("/findings/0/subject/key").asText()).isEqualTo(STRAY);
        assertThat(check.at("/findings/0/detail").asText()).contains("NOTE#1");
        assertThat(doctor("--check", "item-unknown").out()).contains("NOTE#1", "switchboard doctor --repair item-unknown");
    }

    @Test
    void aDryRunShowsEveryWriteAndWritesNothing() {
        put(row("aaaaaaaa", "bbbbbbbb", "old", "2026-02-01T10:00:00.000000+00:00"));
        List<JsonNode> before = terminal.run("items", "scan", table, "--json").ok().jsonLines();
        CommandLineResult shown = doctor("--repair", "group-row-stale", "--dry-run", "--json");
        assertThat(shown.status()).isEqualTo(4);
        JsonNode write = shown.jsonLines().getFirst();
        assertThat(write.at("/key/pk/S").asText()).isEqualTo(ADA);
        assertThat(write.at("/before/message/S").asText()).isEqualTo("old");
        assertThat(write.at("/after/message/S").asText()).isEqualTo("new");
        assertThat(shown.err()).contains("1 write,");
        assertThat(doctor("--repair", "group-row-stale", "--dry-run").out()).contains("- {", "+ {");
        assertThat(terminal.run("items", "scan", table, "--json").ok().jsonLines()).isEqualTo(before);
    }

    @Test
    void aRepairIsOneChangeThatUndoRestores() {
        put(row("aaaaaaaa", "bbbbbbbb", "old", "2026-02-01T10:00:00.000000+00:00"));
        List<JsonNode> before = terminal.run("items", "scan", table, "--json").ok().jsonLines();
        JsonNode repaired = doctor("--repair", "group-row-stale", "--json").ok().json();
        assertThat(repaired.path("repaired").asText()).isEqualTo("group-row-stale");
        assertThat(repaired.path("findings").asInt()).isEqualTo(1);
        assertThat(repaired.path("written").asInt()).isEqualTo(1);
        assertThat(check("group-row-stale", "--full").path("state").asText()).isEqualTo("ok");
        assertThat(doctor("--repair", "group-row-stale").ok().out()).contains("No findings repaired");
        terminal.run("journal", "undo", repaired.at("/changes/0").asText()).ok();
        assertThat(terminal.run("items", "scan", table, "--json").ok().jsonLines()).isEqualTo(before);
    }

    @Test
    void whatCannotBeRepairedIsSaidWithItsReason() {
        put(message("3", "lost", "2026-02-01T08:00:00.000000+00:00").replace(GROUP, "22222222-0000-4000-8000-000000000001"));
        CommandLineResult result = doctor("--repair", "messages-without-group");
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.out()).contains("1 remains", "All messages are of one sender");
    }

    @Test
    void aTableLargerThanAPageNeedsTheFullCheck() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            items.append(message("x" + i, "text", "2026-02-01T09:%02d:%02d.000000+00:00".formatted(i / 60, i % 60))).append('\n');
        }
        put(items.toString());
        JsonNode sampled = check("group-row-stale");
        assertThat(sampled.path("state").asText()).isEqualTo("skipped");
        assertThat(sampled.path("detail").asText()).contains("full check");
        assertThat(check("item-unknown").path("detail").asText()).contains("500 items of the table");
        assertThat(check("group-row-stale", "--full").path("state").asText()).isEqualTo("ok");
        JsonNode prd = check("item-unknown", "--env", "prd", "--endpoint", TestEngines.dynamoDb().toString(), "--region", "us-east-1");
        assertThat(prd.path("detail").asText()).as("the rate of prd does not make the page smaller").contains("500 items of the table");
    }

    @Test
    void aWrongIdNamesThoseThereAre() {
        assertThat(doctor("--check", "everything").failure(1)).contains("everything", "group-one-sided", "messages-table");
        assertThat(doctor("--keep", "both").status()).isEqualTo(2);
        assertThat(doctor("--repair", "create-table", "--dry-run").status()).isEqualTo(2);
        assertThat(doctor("--repair", "handle-duplicate").failure(1)).isNotBlank();
    }
}
