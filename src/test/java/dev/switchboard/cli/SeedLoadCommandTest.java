package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code seed load} and what the other commands make of it. */
@Timeout(120)
class SeedLoadCommandTest {
    private static final String[] LOAD = {"seed", "load", "--users", "30", "--groups", "50", "--messages", "400", "--json"};

    @TempDir
    private Path folder;

    @Test
    void theHealthChecksFindNothingInTheConversationsAndTheyAreListedAndShown() {
        PostgresEngine postgres = TestEngines.freshDatabase();
        String table = TestAws.tableName("load");
        TestTerminal terminal = new TestTerminal(folder.resolve("home"))
                .variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString())
                .variable("CONNECTION_URL", postgres.url().replace("@", ":" + postgres.password() + "@"))
                .variable("DDB_MESSAGE_TABLE", table);
        terminal.run("db", "load-schema").ok();
        terminal.run("tables", "create", table).ok();
        assertThat(terminal.run("seed", "load", "--users", "30", "--groups", "50", "--messages", "400", "--dry-run").ok().out())
                .contains("Would write 30 users, 50 conversations and 400 messages: 500 items");
        JsonNode loaded = terminal.run(LOAD).ok().json();
        assertThat(loaded.get("written").asInt()).isEqualTo(500);
        assertThat(loaded.get("usersAdded").asInt()).isEqualTo(30);

        JsonNode checks = terminal.run("doctor", "--full", "--json").json().get("checks");
        List<String> ofData = List.of("group-one-sided", "group-without-messages", "messages-without-group", "group-row-stale",
                "group-duplicate", "message-sender-foreign", "user-unknown", "user-renamed", "time-unreadable", "time-order",
                "message-duplicate", "item-unknown", "cognito-id-stale", "cognito-id-shared", "handle-duplicate");
        assertThat(checks).filteredOn(check -> ofData.contains(check.get("id").asText()))
                .hasSize(ofData.size())
                .allMatch(check -> check.get("state").asText().equals("ok"));

        JsonNode users = terminal.run("users", "list", "--json").ok().json().get("users");
        int conversations = 0;
        String group = "";
        for (JsonNode user : users) {
            JsonNode listed = terminal.run("conversations", "list", "--user", user.get("handle").asText(), "--all", "--json").ok().json();
            conversations += listed.get("groups").size();
            group = listed.get("groups").isEmpty() ? group : listed.at("/groups/0/uuid").asText();
        }
        assertThat(conversations).isEqualTo(100);
        assertThat(terminal.run("conversations", "show", group, "--json").ok().json().get("messages")).isNotEmpty();

        JsonNode again = terminal.run(LOAD).ok().json();
        assertThat(again.get("written").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(500);
        assertThat(terminal.run("seed", "load", "--users", "30", "--groups", "50", "--messages", "400", "--resume").failure(1))
                .contains("No load into this table was stopped");
        assertThat(terminal.run("seed", "load", "--users", "3", "--groups", "4", "--messages", "4").failure(1))
                .contains("3 users can have at most 3 conversations");
        CommandLineResult prd =
                terminal.run("seed", "load", "--users", "3", "--groups", "3", "--messages", "4", "--env", "prd", "--unlock", "prd");
        assertThat(prd.status()).isEqualTo(3);
        assertThat(prd.err()).contains("Synthetic data is for development, so prd does not accept it.");
    }
}
