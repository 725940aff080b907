package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.testing.TableSettingsDynamoDb;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of a table in {@code tables describe}, {@code drop} and {@code restore}, and the costs of these in prd. */
class TableSettingsCommandsTest {
    private final String table = TestAws.tableName("described");

    @AutoClose private final TableSettingsDynamoDb dynamoDb = new TableSettingsDynamoDb();

    private TestTerminal terminal;

    @BeforeEach
    void open(@TempDir Path home) {
        terminal = new TestTerminal(home).variable("AWS_ENDPOINT_URL", dynamoDb.proxy().uri().toString());
        terminal.run("tables", "create", table).ok();
        TestEngines.dynamoDbClient()
                .updateTimeToLive(b -> b.tableName(table).timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires")));
    }

    private CommandLineResult prd(String... words) {
        Stream<String> where = Stream.of("--env", "prd", "--endpoint", dynamoDb.proxy().uri().toString(), "--region", "eu-west-1");
        return terminal.run(Stream.concat(Stream.of(words), where).toArray(String[]::new));
    }

    @Test
    void describeShowsTheTimeToLiveAndWhatElseIsSet() {
        dynamoDb.recoveryDays.put(table, 7);
        CommandLineResult text = terminal.run("tables", "describe", table).ok();
        assertThat(text.out()).containsPattern("Time to live +expires").containsPattern("Recovery period +7 days");
        assertThat(text.err()).isEmpty();
        JsonNode json = terminal.run("tables", "describe", table, "--json").ok().json();
        assertThat(json.get("timeToLive").asText()).isEqualTo("expires");
        assertThat(json.get("recoveryDays").asInt()).isEqualTo(7);
        assertThat(json.get("notReported")).isEmpty();
        assertThat(json.get("resourcePolicy").isNull()).isTrue();
    }

    @Test
    void describeSaysOnceWhatTheEngineDoesNotReport() {
        terminal.variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        CommandLineResult text = terminal.run("tables", "describe", table).ok();
        assertThat(text.err().lines()).singleElement().asString()
                .isEqualTo("This engine does not report: point-in-time recovery, contributor insights, Kinesis streams, resource policy.");
        assertThat(terminal.run("tables", "describe", table, "--json").ok().json().get("notReported").toString())
                .isEqualTo("[\"recovery\",\"contributorInsights\",\"kinesisStreams\",\"resourcePolicy\"]");
    }

    @Test
    void dropSaysWhatMayBeLostAndARestoreThatCannotSetASettingIsPartlyDone(@TempDir Path folder) {
        CommandLineResult dropped = terminal.run("tables", "drop", table, "--confirm", table, "--json").ok();
        assertThat(dropped.err()).contains("no stream with new images", "--refuse-writes");
        assertThat(dropped.json().get("complete").asBoolean()).isFalse();
        String file = dropped.json().get("backup").asText();

        dynamoDb.proxy().refuse("UpdateTimeToLive", "AccessDeniedException");
        CommandLineResult restored = terminal.run("tables", "restore", file, "--json");
        assertThat(restored.status()).isEqualTo(4);
        assertThat(restored.err()).contains("time to live (expires) was not set", "restore the backup again");
        assertThat(restored.json().at("/settings/notSet")).hasSize(1);

        dynamoDb.proxy().accept("UpdateTimeToLive");
        assertThat(terminal.run("tables", "restore", file).ok().out()).contains("Set again: time to live: expires");
    }

    @Test
    void backupDropAndRestoreInPrdSayTheirCostFirst(@TempDir Path folder) {
        String file = folder.resolve("b.switchboard").toString();
        assertThat(prd("tables", "backup", table, "--output", file).ok().err().lines().findFirst()).get().asString()
                .contains("RCU", "at 2.5 RCU/s");
        assertThat(prd("tables", "backup", table, "--output", file + "2", "--rate", "40").ok().err()).contains("at 40 RCU/s");
        assertThat(prd("tables", "drop", table, "--confirm", table, "--unlock", "prd").ok().err())
                .contains("RCU, ", "at 2.5 RCU/s", "Auto scaling");
        assertThat(prd("tables", "restore", file, "--unlock", "prd", "--rate", "7").ok().err()).contains("at 7 WCU/s");
        assertThat(terminal.run("tables", "drop", table, "--refuse-writes", "--no-backup").status()).isEqualTo(2);
    }
}
