package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures of commands, each with its exit status and its error message on one line. */
class NegativeCasesTest {
    private static String database;

    private TestTerminal terminal;
    private Path home;

    @BeforeAll
    static void setUpOnce(@TempDir Path scratch) {
        database = url(TestEngines.freshDatabase());
        TestTerminal setUp = new TestTerminal(scratch);
        connect(setUp);
        setUp.run("db", "load-schema").ok();
        setUp.run("db", "seed").ok();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        home = folder;
        terminal = new TestTerminal(folder);
        connect(terminal);
    }

    private static void connect(TestTerminal terminal) {
        terminal.variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString()).variable("CONNECTION_URL", database);
    }

    private static String url(PostgresEngine engine) {
        return "postgresql://" + engine.user() + ":" + engine.password() + "@" + engine.host() + ":" + engine.port() + "/"
                + engine.database();
    }

    @Test
    void aTableThatIsNotThere() {
        assertThat(terminal.run("tables", "describe", "no-such-table").failure(1)).contains("no-such-table");
        assertThat(terminal.run("tables", "backup", "no-such-table").failure(1)).contains("no-such-table");
        assertThat(terminal.run("items", "scan", "no-such-table").failure(1)).contains("no-such-table");
        assertThat(terminal.run("tables", "drop", "no-such-table", "--confirm", "no-such-table").failure(1)).contains("no-such-table");
    }

    @Test
    void aTableThatIsThereAlreadySaysWhatDiffers() {
        terminal.run("tables", "create", "there-already").ok();

        assertThat(terminal.run("tables", "create", "there-already", "--on-demand").failure(1)).contains("there-already");
        terminal.run("tables", "drop", "there-already", "--confirm", "there-already").ok();
    }

    @Test
    void aDestructiveCommandWithoutItsConfirmation() {
        terminal.run("tables", "create", "to-be-kept").ok();

        assertThat(terminal.run("tables", "drop", "to-be-kept").failure(3)).contains("--confirm to-be-kept");
        assertThat(terminal.run("tables", "drop", "to-be-kept", "--confirm", "another").failure(3))
                .contains("another", "--confirm to-be-kept");
        assertThat(terminal.run("db", "drop").failure(3)).contains("--confirm");
        assertThat(terminal.run("db", "drop", "--confirm", "another").failure(3)).contains("another");
        assertThat(terminal.run("tables", "list").out()).contains("to-be-kept");
    }

    @Test
    void onATerminalTheConfirmationIsAskedFor() {
        terminal.run("tables", "create", "to-be-typed").ok();

        assertThat(terminal.answering("another").run("tables", "drop", "to-be-typed").failure(3)).contains("to-be-typed");
        terminal.answering("to-be-typed").run("tables", "drop", "to-be-typed").ok();
    }

    @Test
    void nothingAnswersAtTheEndpoint() {
        assertThat(terminal.run("tables", "list", "--endpoint", "http://127.0.0.1:9").failure(1)).contains("127.0.0.1:9");
        assertThat(terminal.run("users", "list", "--postgres", "postgresql://nobody@127.0.0.1:9/db").failure(1)).contains("127.0.0.1");
    }

    @Test
    void aHandleThatPostgresDoesNotKnow() {
        assertThat(terminal.run("conversations", "list", "--user", "nobody").failure(1)).contains("@nobody", "users list");
        assertThat(terminal.run("seed", "conversation", "--from", "ada", "--to", "nobody").failure(1)).contains("@nobody");
        assertThat(terminal.run("conversations", "start", "--as", "ada", "--to", "nobody", "Hello").failure(1)).contains("@nobody");
    }

    @Test
    void aMessageThatBreaksARule() {
        String group = "00000000-0000-0000-0000-000000000001";
        assertThat(terminal.run("conversations", "send", group, "--as", "ada", "  ").failure(1)).isNotEmpty();
        assertThat(terminal.run("conversations", "send", group, "--as", "ada", "x".repeat(1025)).failure(1)).contains("1,024");
        assertThat(terminal.run("conversations", "start", "--as", "ada", "--to", "ada", "Hello").failure(1)).isNotEmpty();
    }

    @Test
    void aConversationTheSenderDoesNotBelongTo() {
        terminal.run("tables", "create").ok();
        try {
            assertThat(terminal.run("conversations", "send", "00000000-0000-0000-0000-000000000001", "--as", "ada", "Hello").failure(1))
                    .isNotEmpty();
        } finally {
            terminal.run("tables", "drop", "cruddur-messages", "--confirm", "cruddur-messages", "--no-backup").ok();
        }
    }

    @Test
    void aFileThatCannotBeUsed() throws IOException {
        Path script = Files.writeString(home.resolve("talk.txt"), "Person 1: Hello\nPerson 3: Who?\n");
        Path noBackup = Files.writeString(home.resolve("none.gz"), "no backup");

        assertThat(terminal.run("seed", "conversation", "--from", "ada", "--to", "bruno", "--file", script.toString()).failure(1))
                .contains("talk.txt", "2");
        assertThat(terminal.run("seed", "conversation", "--from", "ada", "--to", "bruno", "--file", "absent.txt").failure(1))
                .contains("absent.txt");
        assertThat(terminal.run("tables", "restore", noBackup.toString()).failure(1)).contains("none.gz");
        assertThat(terminal.run("tables", "restore", "absent.gz").failure(1)).contains("absent.gz");
        assertThat(terminal.run("db", "run", "absent.sql").failure(1)).contains("absent.sql");
    }

    @Test
    void sqlThatIsWrong() {
        assertThat(terminal.input("select no_such_column from public.users").run("db", "run", "-").failure(1)).contains("no_such_column");
    }

    @Test
    void aSettingsFileThatIsMalformed() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{ \"dev\": ");

        assertThat(terminal.run("tables", "list").failure(1)).contains("settings.json");
    }

    @Test
    void aRepairThatIsUnknown() {
        assertThat(terminal.run("doctor", "--repair", "everything").failure(1)).contains("everything");
    }

    @Test
    void theStackTraceOnlyWhereItIsAskedFor() {
        CommandLineResult run = terminal.run("-v", "tables", "describe", "no-such-table");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("\tat ");
    }
}
