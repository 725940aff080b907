package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code journal show --json}, whose items are printed one by one. */
@Timeout(60)
class JournalShowTest {
    @TempDir
    private Path folder;

    @Test
    void theDocumentHasEveryItemWithItsImagesOrNone() {
        String table = TestAws.tableName("journal-show");
        TestTerminal terminal =
                new TestTerminal(folder.resolve("home")).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", table).ok();
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            items.append("{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"%03d\"},\"t\":{\"S\":\"tab\\tand \\\"quotes\\\"\"}}\n".formatted(i));
        }
        terminal.input(items.toString());
        String change = terminal.run("items", "put", table, "-", "--json").ok().json().path("change").asText();

        JsonNode shown = terminal.run("journal", "show", change, "--json").ok().json();
        assertThat(shown.path("rows")).hasSize(250).allSatisfy(row -> {
            assertThat(row.path("before").isNull()).isTrue();
            assertThat(row.at("/after/t/S").asText()).isEqualTo("tab\tand \"quotes\"");
        });
        assertThat(shown.path("operation").asText()).isEqualTo("items put");
        JsonNode created = terminal.run("journal", "list", "--json").ok().json().at("/changes/1");
        assertThat(terminal.run("journal", "show", created.path("id").asText(), "--json").ok().json().path("rows")).isEmpty();
    }
}
