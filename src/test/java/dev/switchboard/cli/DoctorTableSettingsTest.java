package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.PointInTimeRecoveryDynamoDb;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that {@code doctor} names for the settings of the messages table, run as they are printed. */
class DoctorTableSettingsTest {
    private static final Pattern COMMAND = Pattern.compile("\\(switchboard ([^)]+)\\)");
    private final String table = TestAws.tableName("settings");

    @AutoClose private final InterceptingProxy dynamoDb = PointInTimeRecoveryDynamoDb.open();

    private TestTerminal terminal;

    @BeforeEach
    void open(@TempDir Path home) {
        terminal = new TestTerminal(home).variable("AWS_ENDPOINT_URL", dynamoDb.uri().toString())
                .variable("DDB_MESSAGE_TABLE", table);
        terminal.run("tables", "create", table).ok();
    }

    private CommandLineResult run(String... words) {
        boolean prd = List.of(words).contains("prd");
        List<String> all = new ArrayList<>(List.of(words));
        if (prd) {
            all.addAll(List.of("--endpoint", dynamoDb.uri().toString(), "--region", "eu-west-1", "--table", table));
        }
        return terminal.run(all.toArray(String[]::new));
    }

    private JsonNode settings(String... where) {
        List<String> words = new ArrayList<>(List.of("doctor", "--check", "table-settings", "--json"));
        words.addAll(Arrays.asList(where));
        return run(words.toArray(String[]::new)).json().get("checks").get(0);
    }

    private int runNamedCommands(JsonNode check) {
        List<String> commands = COMMAND.matcher(check.get("detail").asText()).results().map((MatchResult one) -> one.group(1)).toList();
        commands.forEach(command -> run(command.split(" ")).ok());
        return commands.size();
    }

    @Test
    void theyReplaceTheIndexAndTheStreamInDev() {
        assertThat(settings().get("state").asText()).isEqualTo("ok");
        run("tables", "update", table, "--add-index", "message-group-sk-index:user_uuid:sk").ok();
        run("tables", "update", table, "--stream", "KEYS_ONLY").ok();
        JsonNode found = settings();
        assertThat(found.get("state").asText()).isEqualTo("warning");
        assertThat(runNamedCommands(found)).isEqualTo(3);
        assertThat(settings().get("state").asText()).as(settings().toString()).isEqualTo("ok");
    }

    @Test
    void theyProtectTheTableOfPrd() {
        JsonNode found = settings("--env", "prd");
        assertThat(found.get("state").asText()).as(found.toString()).isEqualTo("warning");
        assertThat(found.get("detail").asText()).contains("Deletion protection is off", "Point-in-time recovery is off");
        assertThat(COMMAND.matcher(found.get("detail").asText()).results())
                .as("without these, the table of dev would be changed")
                .allSatisfy(command -> assertThat(command.group()).contains("--env prd --unlock prd"));
        assertThat(runNamedCommands(found)).isEqualTo(2);
        JsonNode fixed = settings("--env", "prd");
        assertThat(fixed.get("state").asText()).as(fixed.toString()).isEqualTo("ok");
        assertThat(fixed.get("detail").asText()).contains("PROVISIONED");
        terminal.run("tables", "protect", table, "--off").ok();
    }

    @ParameterizedTest
    @CsvSource({"id, S", "pk, N"})
    void theItemsOfATableWithOtherKeysAreNeitherJudgedNorDeleted(String key, String type) {
        String other = TestAws.tableName("other");
        new Tables(TestAws.clients(TestEngines.dynamoDb())).create(
                new TableDefinition(
                        other, List.of(KeyAttribute.hash(key, type)), List.of(), "PAY_PER_REQUEST", 0, 0, null, false, Map.of()),
                Progress.NONE);
        String item = "{\"" + key + "\":{\"" + type + "\":\"1\"}}";
        terminal.input(item).run("items", "put", other, "-").ok();

        Map<String, String> states = new HashMap<>();
        terminal.run("doctor", "--full", "--json", "--table", other).json().get("checks")
                .forEach(check -> states.put(check.get("id").asText(), check.get("state").asText()));
        assertThat(states).containsEntry("table-settings", "failed").containsEntry("item-unknown", "skipped")
                .containsEntry("group-one-sided", "skipped").containsEntry("time-order", "skipped");

        CommandLineResult repair = terminal.run("doctor", "--repair", "item-unknown", "--table", other);
        assertThat(terminal.run("items", "scan", other, "--json").ok().out().strip()).isEqualTo(item);
        assertThat(repair.status()).isEqualTo(1);
        assertThat(repair.err()).contains("Settings of the messages table");
    }
}
