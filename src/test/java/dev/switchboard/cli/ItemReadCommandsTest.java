package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code items query}, {@code items get}, and the options of {@code items scan} that choose items. */
@Timeout(60)
class ItemReadCommandsTest {
    @TempDir
    private Path folder;

    private TestTerminal terminal;
    private final String table = TestAws.tableName("items-read");

    @BeforeEach
    void open() {
        terminal = new TestTerminal(folder.resolve("home")).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", table, "--with-index").ok();
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 130; i++) {
            items.append(String.format(
                    "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"%03d\"},\"status\":{\"S\":\"%s\"},\"n\":{\"N\":\"%d\"},\"message_group_uuid\":{\"S\":\"g%d\"}}%n",
                    i, i % 2 == 0 ? "even" : "odd", i, i % 10));
        }
        terminal.input(items.toString());
        terminal.run("items", "put", table, "-").ok();
    }

    private List<String> sorts(String... words) {
        return sorts(terminal.run(words).ok());
    }

    private static List<String> sorts(CommandLineResult result) {
        return result.jsonLines().stream().map(item -> item.get("sk").get("S").asText()).toList();
    }

    @Test
    void aPageThatIsNotTheLastSaysSoAndAllReadsTheRest() {
        CommandLineResult first = terminal.run("items", "query", table, "--pk", "a", "--json").ok();
        assertThat(first.jsonLines()).hasSize(100);
        assertThat(first.err()).contains("More items available");
        CommandLineResult all = terminal.run("items", "query", table, "--pk", "a", "--all", "--json").ok();
        assertThat(all.jsonLines()).hasSize(130);
        assertThat(all.err()).doesNotContain("More items available").contains("130 items of 130 read");
        assertThat(terminal.run("items", "query", table, "--pk", "a", "--all", "--limit", "3").status()).isEqualTo(2);
    }

    @Test
    void everyConditionOnTheSortKeySelectsItsItems() {
        assertThat(sorts("items", "query", table, "--pk", "a", "--sk-eq", "007", "--json")).containsExactly("007");
        assertThat(sorts("items", "query", table, "--pk", "a", "--sk-lt", "002", "--json")).containsExactly("000", "001");
        assertThat(sorts("items", "query", table, "--pk", "a", "--sk-le", "001", "--json")).containsExactly("000", "001");
        assertThat(sorts("items", "query", table, "--pk", "a", "--sk-gt", "127", "--json")).containsExactly("128", "129");
        assertThat(sorts("items", "query", table, "--pk", "a", "--sk-ge", "128", "--json")).containsExactly("128", "129");
        assertThat(sorts("items", "query", table, "--pk", "a", "--sk-begins", "12", "--desc", "--limit", "2", "--json"))
                .containsExactly("129", "128");
        assertThat(sorts("items", "query", table, "--pk", "a", "--sk-between", "010", "012", "--json")).containsExactly("010", "011",
                "012");
        terminal.run("items", "query", table, "--pk", "a", "--sk-lt", "1", "--sk-gt", "0").failure(1);
    }

    @Test
    void aFilterWithReservedWordsAndPlaceholdersIsThatOfTheAwsCli() {
        CommandLineResult filtered = terminal.run(
                "items", "query", table, "--pk", "a", "--filter", "#s = :s AND (n BETWEEN :low AND :high OR n > :p)", "--names",
                "{\"#s\":\"status\"}", "--values",
                "{\":s\":{\"S\":\"odd\"},\":low\":{\"N\":\"10\"},\":high\":{\"N\":\"14\"},\":p\":{\"N\":\"120\"}}", "--project", "sk,#s",
                "--json").ok();
        assertThat(sorts(filtered)).containsExactly("011", "013", "121", "123", "125", "127", "129");
        assertThat(filtered.jsonLines()).allSatisfy(item -> assertThat(item.size()).isEqualTo(2));
        assertThat(filtered.err()).contains("7 items of 130 read");
        assertThat(terminal.run("items", "query", table, "--pk", "a", "--filter", "status = ").failure(1)).contains("character 10");
    }

    @Test
    void anIndexIsQueriedByItsOwnKeysAndScanned() {
        assertThat(sorts("items", "query", table, "--index", "message-group-sk-index", "--pk", "g3", "--sk-ge", "1", "--json"))
                .containsExactly("103", "113", "123");
        assertThat(terminal.run("items", "query", table, "--index", "message-group-sk-index", "--pk", "g3", "--strong").failure(1))
                .contains("consistent");
        assertThat(terminal.run("items", "query", table, "--index", "none", "--pk", "g3").failure(1)).contains("message-group-sk-index");
        assertThat(sorts("items", "scan", table, "--index", "message-group-sk-index", "--filter", "message_group_uuid = :g", "--values",
                "{\":g\":{\"S\":\"g3\"}}", "--segments", "2", "--json")).hasSize(13);
    }

    @Test
    void anItemIsReadByItsKeyAndAWrongKeyIsToldInWords() {
        JsonNode item =
                terminal.run("items", "get", table, "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"042\"}}", "--strong", "--json").ok().json();
        assertThat(item.get("n").get("N").asText()).isEqualTo("42");
        assertThat(terminal.run("items", "get", table, "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"none\"}}").failure(1))
                .contains("has no item with this key");
        assertThat(terminal.run("items", "get", table, "{\"pk\":{\"S\":\"a\"}}").failure(1)).contains("pk (S), sk (S)");
        assertThat(terminal.run("items", "get", table, "{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}").failure(1)).contains("not a key");
    }

    @Test
    void theItemsOfAnEntityArePrintedInItsColumns(@TempDir Path folder) throws Exception {
        terminal.input("{\"pk\":{\"S\":\"USER#ada\"},\"sk\":{\"S\":\"PROFILE\"},\"name\":{\"S\":\"Ada\"}}");
        terminal.run("items", "put", table, "-").ok();
        Path model = folder.resolve("model.json");
        Files.writeString(model, """
                {"indexes":{"primary":{"hash":"pk","sort":"sk"}},
                 "models":{"User":{"pk":{"value":"USER#${handle}"},"sk":{"value":"PROFILE"},"name":{}}}}""");
        CommandLineResult scanned = terminal.run("items", "scan", table, "--entity", "user", "--model", model.toString()).ok();
        assertThat(scanned.out().lines().map(line -> line.strip().replaceAll(" +", " "))).containsExactly("handle name", "ada Ada");
        assertThat(scanned.err()).contains("1 item is of the entity User.", "131 items of 131 read");
        assertThat(terminal.run("items", "query", table, "--pk", "a", "--entity", "User", "--model", model.toString(), "--json").ok()
                .jsonLines())
                .isEmpty();
        assertThat(terminal.run("items", "scan", table, "--entity", "User").failure(1)).contains("No entities are known of " + table);
        assertThat(terminal.run("items", "scan", table, "--entity", "Order", "--model", model.toString()).failure(1)).contains("User");
        terminal.run("items", "delete", table, "{\"pk\":{\"S\":\"USER#ada\"},\"sk\":{\"S\":\"PROFILE\"}}").ok();
    }

    @Test
    void withoutJsonAnAlignedTableBeginsWithTheKey() {
        String[] lines = terminal.run("items", "query", table, "--pk", "a", "--limit", "2").ok().out().split("\\R");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("pk").contains("sk", "status", "n");
        assertThat(lines[1]).startsWith("a").contains("000", "even");
    }

    @Test
    void aQueryIsPrintedForAnotherProgramAndNotRun() {
        CommandLineResult cli = terminal.run("items", "query", table, "--pk", "it's", "--sk-begins", "1", "--filter", "status = 'odd'",
                "--as", "cli").ok();
        assertThat(cli.out()).contains("aws dynamodb query").contains("--endpoint-url").contains("'\\''s").doesNotContain("--max-items");
        assertThat(cli.err()).doesNotContain("RCU");
        assertThat(terminal.run("items", "query", table, "--pk", "a", "--limit", "5", "--as", "boto3").ok().out())
                .contains("get_paginator('query')").contains("'MaxItems': 5");
        assertThat(terminal.run("items", "scan", table, "--as", "partiql").ok().out()).isEqualToIgnoringNewLines(
                "SELECT * FROM \"" + table + "\"");
        assertThat(terminal.run("items", "scan", table, "--limit", "1", "--as", "partiql").failure(1))
                .contains("cannot be written in PartiQL because a statement cannot limit");
        terminal.run("items", "scan", table, "--index", "none", "--as", "cli").failure(1);
        assertThat(terminal.run("items", "scan", table, "--as", "cobol").status()).isEqualTo(2);
        terminal.run("items", "query", table, "--pk", "\u001b[2J", "--as", "partiql").failure(1);
        assertThat(terminal.run("items", "query", table, "--pk", "\u001b[2J", "--as", "partiql", "--json").ok().json().get("text").asText())
                .contains("\u001b[2J");
        assertThat(terminal.run("items", "query", table, "--pk", "\u001b[2J", "--as", "java").ok().out()).contains("\\033[2J");
    }
}
