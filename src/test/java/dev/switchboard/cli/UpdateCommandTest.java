package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tables update}, in dev and in a locked prd. */
class UpdateCommandTest {
    private final String table = TestAws.tableName("updated");

    private TestTerminal terminal;

    @BeforeEach
    void open(@TempDir Path home) {
        terminal = new TestTerminal(home).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", table).ok();
    }

    private JsonNode described() {
        return terminal.run("tables", "describe", table, "--json").ok().json();
    }

    @Test
    void everySettingIsChangedRecordedAndChangedBack() {
        assertThat(terminal.run("tables", "update", table, "--capacity", "7,8", "--ttl", "expires", "--stream", "new_image").ok().out())
                .contains("7 RCU and 8 WCU", "time to live", "NEW_IMAGE");
        JsonNode now = described();
        assertThat(now.get("readCapacity").asLong()).isEqualTo(7);
        assertThat(now.get("writeCapacity").asLong()).isEqualTo(8);
        assertThat(now.get("streamView").asText()).isEqualTo("NEW_IMAGE");
        assertThat(now.get("timeToLive").asText()).isEqualTo("expires");

        JsonNode newest = terminal.run("journal", "list", "--json").ok().json();
        assertThat(newest.toString()).contains("tables update");
        assertThat(terminal.run("journal", "list").ok().out()).contains(table);

        terminal.run("tables", "update", table, "--on-demand", "--ttl", "off", "--stream", "off").ok();
        now = described();
        assertThat(now.get("billing").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(now.get("stream").asBoolean()).isFalse();
        assertThat(now.path("timeToLive").asText("null")).isEqualTo("null");
        assertThat(terminal.run("tables", "update", table, "--on-demand").ok().out()).contains("already has these settings");
        assertThat(terminal.run("tables", "update", table, "--on-demand", "--json").ok().json().get("changed")).isEmpty();
    }

    @Test
    void anIndexIsAddedAndDeleted() {
        terminal.run("tables", "update", table, "--add-index", "by-user:user_uuid:sk", "--projection", "KEYS_ONLY").ok();
        JsonNode index = described().get("indexes").get(0);
        assertThat(index.get("name").asText()).isEqualTo("by-user");
        assertThat(index.get("status").asText()).isEqualTo("ACTIVE");
        assertThat(index.get("projection").asText()).isEqualTo("KEYS_ONLY");
        assertThat(index.get("keys").get(1).get("name").asText()).isEqualTo("sk");
        assertThat(terminal.run("tables", "update", table, "--add-index", "by-user:sk").failure(1)).contains("Two indexes are named");
        terminal.run("tables", "update", table, "--drop-index", "by-user").ok();
        assertThat(described().get("indexes")).isEmpty();
        assertThat(terminal.run("tables", "update", table, "--drop-index", "by-user").failure(1)).contains("does not have the index");
    }

    @Test
    void aTableBecomesProvisionedWithAllItsIndexes() {
        terminal.run("tables", "update", table, "--on-demand").ok();
        terminal.run("tables", "update", table, "--add-index", "by-year:year=N").ok();
        terminal.run("tables", "update", table, "--capacity", "3,4").ok();
        JsonNode now = described();
        assertThat(now.get("readCapacity").asLong()).isEqualTo(3);
        assertThat(now.get("indexes").get(0).get("keys").get(0).get("type").asText()).isEqualTo("N");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "2;--on-demand --capacity 1,1;exclude each other",
        "2;--capacity 5;is not a valid capacity",
        "2;--add-index name;is not a valid index",
        "2;--projection ALL;is for --add-index",
        "1;--capacity 0,1;must each be at least 1",
        "1;--stream IMAGES;is not a valid stream view type",
        "1;--class COLD;is not a valid table class",
    })
    void whatIsNotValidIsSaidAndChangesNothing(int status, String options, String words) {
        JsonNode before = described();
        CommandLineResult run = terminal.run(("tables update " + table + " " + options).split(" "));
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.err()).contains(words);
        assertThat(described()).isEqualTo(before);
    }

    @Test
    void withoutAChangeTheCommandLineIsWrong() {
        CommandLineResult run = terminal.run("tables", "update", table);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("No change was given");
        assertThat(terminal.run("tables", "update", "missing-table", "--on-demand").failure(1)).contains("was not found");
    }

    @Test
    void aLockedPrdRefusesIt() {
        String[] prd = {"tables", "update", table, "--on-demand", "--env", "prd", "--region", "eu-west-1", "--endpoint",
            TestEngines.dynamoDb().toString()};
        assertThat(terminal.run(prd).failure(3)).contains("--unlock prd");
        assertThat(described().get("billing").asText()).isEqualTo("PROVISIONED");
    }
}
