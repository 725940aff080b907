package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code items tail}. */
@Timeout(60)
class TailCommandTest {
    private final String table = TestAws.tableName("tail");

    private TestTerminal terminal;

    @BeforeEach
    void open(@TempDir Path home) {
        terminal = new TestTerminal(home).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", table).ok();
    }

    private void put(DynamoDbClient direct, String text) {
        direct.putItem(b -> b.tableName(table).item(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("s"), "text",
                AttributeValue.fromS(text))));
    }

    @Test
    void changesArePrintedAsTextAndAsJson() throws Exception {
        assertThat(terminal.run("items", "tail", table).failure(1)).contains("has no stream", "tables update " + table);
        terminal.run("tables", "update", table, "--stream", "NEW_AND_OLD_IMAGES").ok();
        DynamoDbClient direct = TestEngines.dynamoDbClient();
        put(direct, "first");
        put(direct, "second");
        assertThat(terminal.run("items", "tail", table, "--from", "oldest", "--limit", "2").ok().out())
                .contains("insert", "modify", "{\"text\":{\"S\":\"first\"}} → {\"text\":{\"S\":\"second\"}}");
        String[] lines = terminal.run("items", "tail", table, "--from", "oldest", "--limit", "2", "--json").ok().out().split("\n");
        assertThat(lines).hasSize(2);
        JsonNode second = new ObjectMapper().readTree(lines[1]);
        assertThat(second.get("event").asText()).isEqualTo("modify");
        assertThat(second.at("/old/text/S").asText()).isEqualTo("first");
        assertThat(second.at("/new/text/S").asText()).isEqualTo("second");
        assertThat(terminal.run("items", "tail", table, "--from", "then").status()).isEqualTo(2);
    }
}
