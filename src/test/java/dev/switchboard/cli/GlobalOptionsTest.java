package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalOptionsTest {
    private TestTerminal terminal;

    @BeforeEach
    void open(@TempDir Path home) {
        terminal = new TestTerminal(home);
    }

    @Test
    void withoutACommandTheWindowOpens() {
        terminal.run().ok();
        terminal.run("--env", "prd", "--table", "other").ok();

        assertThat(terminal.windows()).containsExactly("DEV {}", "PRD {MESSAGES_TABLE=other}");
    }

    @Test
    void theWindowIsGivenTheBackupItWasOpenedWith(@TempDir Path folder) throws IOException {
        String backup = Files.createFile(folder.resolve("messages.switchboard")).toString();
        terminal.run("--restore", backup).ok();

        assertThat(terminal.windows()).containsExactly("DEV {} restoring " + backup);
    }

    @Test
    void versionAndHelpOpenNoWindow() {
        assertThat(terminal.run("--version").ok().out()).startsWith("switchboard ");
        assertThat(terminal.run("--help").ok().out()).contains("conversations", "tables", "doctor", "tour", "--unlock");
        assertThat(terminal.run("tables", "--help").ok().out()).contains("describe", "restore", "DynamoDB endpoint URL");
        assertThat(terminal.windows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--env staging|dev or prd",
                "--env|--env",
                "--endpoint localhost:8000 tables list|http://127.0.0.1:8000",
                "tabels list|tabels",
                "tables|subcommand",
                "tables lst|lst",
                "tables describe|NAME",
                "tables list surplus|surplus",
                "conversations list|--user",
                "conversations send g --as ada|TEXT",
                "conversations show g --year 20x6|20x6",
                "conversations show g --limit 0|0",
                "conversations show g --since yesterday|yesterday",
                "conversations show g --since 2026-02-01 --until 2026-01-01|--since",
                "conversations show g --year 2026 --since 2026-01-01|--year",
                "conversations list --user ada --limit 5 --all|--limit",
                "items scan t --segments 0|0",
                "items scan t --rate -1|-1",
                "seed conversation --from ada|--to",
                "--postgres-login kerberos db setup|password or iam",
                "--unheard-of|--unheard-of",
            })
    void aWrongCommandLineGivesTheUsageAndStatus2(String words, String named) {
        CommandLineResult run = terminal.run(words.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: switchboard").contains(named);
        assertThat(terminal.windows()).isEmpty();
    }
}
