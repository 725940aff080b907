package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code journal list}, {@code show} and {@code undo} of a change whose journal is damaged, open, or of an earlier version. */
class DamagedJournalCommandsTest {
    @TempDir
    private Path home;

    private final String table = TestAws.tableName("journal");
    private TestTerminal terminal;
    private String id = "";

    @BeforeEach
    void seed() {
        PostgresEngine postgres = TestEngines.freshDatabase();
        terminal = new TestTerminal(home)
                .variable("CONNECTION_URL", postgres.url().replace("@", ":" + postgres.password() + "@"))
                .variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        run("db", "setup").ok();
        run("tables", "create").ok();
        run("seed", "conversation", "--from", "ada", "--to", "bruno").ok();
        id = run("journal", "list", "--json").ok().json().at("/changes/0/id").asText();
    }

    private CommandLineResult run(String... words) {
        return terminal.run(Stream.concat(Stream.of(words), Stream.of("--table", table)).toArray(String[]::new));
    }

    private Set<JsonNode> items() {
        return new HashSet<>(run("items", "scan", table, "--json").ok().jsonLines());
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void aDamagedChangeIsMarkedShownAndNotUndone() throws IOException {
        List<String> lines = Files.readAllLines(file());
        int damaged = lines.size() - 2;
        lines.set(damaged, lines.get(damaged).replaceFirst("\"message\":\\{\"S\":\"", "$0~"));
        Files.write(file(), lines);
        String where = file().getFileName() + ": line " + (damaged + 1) + " is damaged";

        CommandLineResult listed = run("journal", "list").ok();
        assertThat(listed.out()).contains("done, damaged");
        assertThat(listed.err()).contains("1 change is damaged in the journal and cannot be undone");
        JsonNode first = run("journal", "list", "--json").ok().json().at("/changes/0");
        assertThat(first.get("integrity").asText()).isEqualTo("damaged");
        assertThat(first.get("damage").asText()).isEqualTo(first.get("whyNoUndo").asText()).contains(where);
        assertThat(run("journal", "list", "--json").ok().json().at("/changes/1/integrity").asText()).isEqualTo("intact");

        assertThat(run("journal", "show", id).ok().out()).contains("Damaged: ", where, "Undo is not available");
        JsonNode shown = run("journal", "show", id, "--json").ok().json();
        assertThat(shown.get("integrity").asText()).isEqualTo("damaged");
        assertThat(shown.get("rows")).as("those of the intact lines").isNotEmpty();
        assertThat(run("journal", "show", id, "--compare").failure(1)).contains(where);

        Set<JsonNode> before = items();
        assertThat(run("journal", "undo", id).failure(1)).contains(where, "Nothing was written", "Restore a backup", "journal show " + id);
        assertThat(items()).isEqualTo(before).hasSize(152);
    }

    @Test
    void anOpenChangeIsUndoneWithAWarning() throws IOException {
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), lines.subList(0, lines.size() - 1));
        assertThat(run("journal", "undo", id).ok().err()).contains("The end of this change was not recorded");
        assertThat(items()).isEmpty();
    }

    @Test
    void aChangeOfAnEarlierVersionSaysThatItCannotBeVerified() throws IOException {
        Files.write(file(), Files.readAllLines(file()).stream()
                .map(line -> line.replaceFirst(",\"number\":\\d+", "")
                        .replaceFirst(",\"version\":2", "")
                        .replaceFirst(",\"count\":\\d+", "")
                        .replaceFirst(",\"crc\":\"[0-9a-f]{8}\"}$", "}"))
                .toList());
        assertThat(run("journal", "show", id).ok().out()).containsOnlyOnce("Recorded by an earlier version without checksums");
        assertThat(run("journal", "show", id, "--json").ok().json().get("integrity").asText()).isEqualTo("unverified");
        assertThat(run("journal", "list").ok().out()).doesNotContain("damaged", "earlier version");
        assertThat(run("journal", "undo", id).ok().out()).contains("items were restored");
    }
}
