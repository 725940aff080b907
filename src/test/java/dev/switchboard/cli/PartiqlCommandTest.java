package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code items partiql}, with the undo of what it writes. */
@Timeout(60)
class PartiqlCommandTest {
    @TempDir
    private Path folder;

    private TestTerminal terminal;
    private final String table = TestAws.tableName("items-partiql");

    @BeforeEach
    void open() {
        terminal = new TestTerminal(folder.resolve("home")).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", table).ok();
        partiql("INSERT INTO $T VALUE {'pk':'a','sk':'1','n':7}; INSERT INTO $T VALUE {'pk':'a','sk':'2','n':8}").ok();
    }

    private CommandLineResult partiql(String statements, String... options) {
        List<String> words = new ArrayList<>(List.of("items", "partiql", statements.replace("$T", "\"" + table + "\"")));
        words.addAll(List.of(options));
        return terminal.run(words.toArray(String[]::new));
    }

    @Test
    void aSelectPrintsATableOrJsonLinesAndSaysIfThereIsMore() {
        CommandLineResult query = partiql("SELECT * FROM $T WHERE pk = 'a'").ok();
        assertThat(query.out().lines().map(String::strip)).first().asString().matches("(?i)pk +sk +n");
        assertThat(query.out()).contains("a   2   8");
        assertThat(query.err()).contains("2 items in 1 response").doesNotContain("Reads all of");
        List<JsonNode> items = partiql("SELECT n FROM $T", "--json", "--limit", "1").ok().jsonLines();
        assertThat(items).singleElement().satisfies(item -> assertThat(item.get("n").has("N")).isTrue());
        assertThat(partiql("SELECT n FROM $T", "--json", "--limit", "1").err()).contains("More items available");
        assertThat(partiql("SELECT * FROM $T WHERE n = ?", "--parameters", "[{\"N\":\"8\"}]", "--json").ok().jsonLines()).hasSize(1);
    }

    @Test
    void aFullScanIsAnnouncedBeforeItRuns() {
        assertThat(partiql("SELECT * FROM $T WHERE n = 8").ok().err()).startsWith("Reads all of " + table + ": about ");
    }

    @Test
    void anUpdateIsUndoneByTheCommandThatItNames() {
        CommandLineResult update = partiql("UPDATE $T SET n = n + 1 WHERE pk='a' AND sk='1'").ok();
        Matcher undo = Pattern.compile("switchboard journal undo (\\S+)").matcher(update.err());
        assertThat(undo.find()).isTrue();
        assertThat(partiql("SELECT * FROM $T WHERE pk='a' AND sk='1'", "--json").jsonLines().getFirst().get("n").get("N").asText())
                .isEqualTo("8");
        terminal.run("journal", "undo", undo.group(1)).ok();
        assertThat(partiql("SELECT * FROM $T WHERE pk='a' AND sk='1'", "--json").jsonLines().getFirst().get("n").get("N").asText())
                .isEqualTo("7");
    }

    @Test
    void aFailureSaysWhichStatementAndWhatWasDone() {
        CommandLineResult partly =
                partiql("DELETE FROM $T WHERE pk='a' AND sk='1'; DELETE FROM $T WHERE pk='a' AND sk='9'; SELECT * FROM $T");
        assertThat(partly.status()).isEqualTo(4);
        assertThat(partly.err()).contains("Statement 2: ", "has no item", "Statement 3: not run", "1 of 3 statements done");
        assertThat(partiql("SELECT * FRM x").failure(1)).contains("FRM");
        assertThat(partiql("/* nothing */").failure(1)).contains("no statement");
        assertThat(partiql("SELECT * FROM $T; SELECT * FROM $T", "--parameters", "[{\"N\":\"8\"}]").failure(1))
                .contains("single statement");
        assertThat(partiql("SELECT * FROM $T", "--parameters", "{}").failure(1)).contains("not a JSON array");
    }

    @Test
    void aBatchReportsEachStatement() {
        CommandLineResult batch = partiql("SELECT * FROM $T WHERE pk='a' AND sk='1'; SELECT * FROM $T WHERE pk='a'", "--batch", "--json");
        assertThat(batch.jsonLines()).hasSize(1);
        assertThat(batch.err()).contains("Statement 2: ValidationError");
        assertThat(batch.status()).isEqualTo(1);
    }

    @Test
    void aLockedPrdReadsAndRefusesToWrite() {
        String[] prd = {"--env", "prd", "--region", "eu-west-1", "--endpoint", TestEngines.dynamoDb().toString()};
        assertThat(partiql("SELECT * FROM $T WHERE pk='a'", prd).ok().out()).contains("8");
        assertThat(partiql("DELETE FROM $T WHERE pk='a' AND sk='1'", prd).failure(3)).contains("prd is locked");
        assertThat(partiql("SELECT * FROM $T WHERE pk='a' AND sk='1'", "--json").jsonLines()).hasSize(1);
    }
}
