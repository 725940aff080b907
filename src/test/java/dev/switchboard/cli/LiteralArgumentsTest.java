package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments are what was typed: nothing in them is a file to read, an option that was not meant, or an abbreviation. */
class LiteralArgumentsTest {
    private static final String TABLE = TestAws.tableName("literal");
    private static final PostgresEngine SERVER = TestEngines.freshDatabase();
    private static String group;

    @TempDir
    private Path folder;

    private TestTerminal terminal;

    private static TestTerminal connected(Path home) {
        String url = SERVER.url().replace("@", ":" + SERVER.password() + "@");
        return new TestTerminal(home).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString())
                .variable("CONNECTION_URL", url).variable("DDB_MESSAGE_TABLE", TABLE);
    }

    @BeforeAll
    static void setUp(@TempDir Path home) {
        TestTerminal terminal = connected(home);
        terminal.run("db", "load-schema").ok();
        terminal.run("db", "seed").ok();
        terminal.run("tables", "create").ok();
        group = terminal.run("conversations", "start", "--as", "@ada", "--to", "@bruno", "first", "--json").ok().json().path("group")
                .asText();
    }

    @AfterAll
    static void dropTable(@TempDir Path home) {
        connected(home).run("tables", "drop", TABLE, "--confirm", TABLE, "--no-backup").ok();
    }

    @BeforeEach
    void connect() {
        terminal = connected(folder);
    }

    private String lastText() {
        return terminal.run("conversations", "show", group, "--limit", "1", "--json").ok().json().path("messages").path(0).path("text")
                .asText();
    }

    @Test
    void aTextOrAHandleWithAnAtSignIsNotTheNameOfAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("me"), "chidi\n--env\nprd\n");

        terminal.run("conversations", "send", group, "--as", "@ada", "@" + file).ok();

        assertThat(lastText()).isEqualTo("@" + file);
        assertThat(terminal.run("conversations", "send", group, "--as", "@" + file, "text").failure(1)).contains("was not found");
        assertThat(terminal.run("@" + file).status()).isEqualTo(2);
        assertThat(terminal.run("@" + file).err()).startsWith("Unmatched argument at index 0: '@" + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@ada", " @ada "})
    void aHandleIsTakenWithAndWithoutItsSign(String handle) {
        terminal.run("conversations", "send", group, "--as", handle, "from " + handle).ok();
        assertThat(terminal.run("conversations", "list", "--user", handle, "--json").ok().json().path("groups")).isNotEmpty();
        terminal.run("seed", "conversation", "--from", handle, "--to", "@chidi", "--dry-run").ok();
        terminal.run("seed", "conversation", "--from", "chidi", "--to", handle, "--dry-run").ok();
        assertThat(terminal.run("conversations", "start", "--as", handle, "--to", "@bruno", "text").failure(1)).contains(group);
        assertThat(terminal.run("conversations", "start", "--as", "bruno", "--to", handle, "text").failure(1)).contains(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5 degrees", "-hello", "-v", "-h", "--json", "--env prd", "--", "-", "-vv", "--no-such-option"})
    void aTextThatBeginsWithADashIsAcceptedAfterTwo(String text) {
        terminal.run("conversations", "send", group, "--as", "ada", "--", text).ok();

        assertThat(lastText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5 degrees", "-hello", "-v", "-vv", "--no-such-option"})
    void withoutThemTheErrorSaysSo(String text) {
        CommandLineResult run = terminal.run("conversations", "send", group, "--as", "ada", text);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("accepted after --", "switchboard conversations send … -- TEXT");
    }

    @Test
    void everyParameterSaysSo() {
        List<List<String>> commands = List.of(
                List.of("tables", "describe"), List.of("tables", "drop"), List.of("tables", "backup"), List.of("tables", "restore"),
                List.of("tables", "create"), List.of("items", "scan"), List.of("conversations", "show"), List.of("db", "restore"),
                List.of("db", "run"), List.of("journal", "show"), List.of("journal", "undo"));
        for (List<String> command : commands) {
            CommandLineResult run = terminal.run(command.getFirst(), command.getLast(), "-x");
            assertThat(run.status()).as("%s", command).isEqualTo(2);
            assertThat(run.err()).as("%s", command).contains("accepted after --");
            CommandLineResult after = terminal.run(command.getFirst(), command.getLast(), "--", "-x");
            assertThat(after.status()).as("%s: %s", command, after.err()).isIn(0, 1, 3);
        }
        terminal.run("tables", "drop", "--confirm=-x", "--no-backup", "--", "-x");
    }

    @Test
    void anotherOptionIsNotTheValueOfAnOption() {
        CommandLineResult run = terminal.run("conversations", "list", "--user", "-v");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("'--user'", "'-v'");
        assertThat(terminal.run("conversations", "list", "--user", "-x").failure(1)).contains("@-x");
        assertThat(terminal.run("conversations", "list", "--user=-x").failure(1)).contains("@-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--jso", "--en=prd", "--js", "--env=PRODUCTION", "--env=", "-j", "-vh", "--env dev"})
    void noOptionIsAbbreviatedOrGuessed(String option) {
        CommandLineResult run = terminal.run("tables", "list", option);

        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anOptionTwiceIsRefused() {
        assertThat(terminal.run("tables", "list", "--env", "dev", "--env", "prd").status()).isEqualTo(2);
        assertThat(terminal.run("--env", "dev", "tables", "list", "--env", "prd").err()).contains("--env is given twice");
        assertThat(terminal.run("--env", "dev", "tables", "list", "--env", "prd").status()).isEqualTo(2);
        assertThat(terminal.run("--json", "tables", "list", "-v").status()).isZero();
    }

    @Test
    void withJsonStandardOutputHasOneDocumentOrNothing() {
        assertThat(terminal.run("--json", "tables", "describe", "no-such-table").failure(1)).contains("no-such-table");
        assertThat(terminal.run("users", "sync", "--json", "--env", "prd").failure(1)).isNotEmpty();
        assertThat(terminal.run("conversations", "send", group, "--as", "ada", "", "--json").failure(1)).isNotEmpty();
        assertThat(terminal.run("conversations", "list", "--user", "", "--json").failure(1)).contains("was not found");
        assertThat(terminal.run("tables", "drop", TABLE, "--json").failure(3)).contains("--confirm");
        assertThat(terminal.run("doctor", "--json").json().path("checks")).isNotEmpty();
        assertThat(terminal.run("tables", "list", "--json", "--no-such").out()).isEmpty();
    }

    @Test
    void longAndEmptyArgumentsEndInASentence() {
        String name = "x".repeat(100_000);
        assertThat(terminal.run("tables", "describe", name).failure(1).length()).isLessThan(1_000);
        assertThat(terminal.run("tables", "backup", TABLE, "--output", name).failure(1)).isNotEmpty();
        assertThat(terminal.run("db", "run", name).failure(1)).isNotEmpty();
        assertThat(terminal.run("conversations", "show", name).status()).isLessThan(2);
        for (String[] command : new String[][] {
            {"tables", "describe", ""}, {"tables", "backup", TABLE, "--output", ""}, {"db", "run", ""}, {"db", "restore", ""},
            {"tables", "restore", ""}, {"journal", "show", ""}, {"conversations", "send", group, "--as", "", "text"}
        }) {
            assertThat(terminal.run(command).failure(1)).as("%s", (Object) command).doesNotContain("internal error");
        }
    }

    @Test
    void onlyAFileWithTheEndingOfABackupIsOpenedByItsNameAlone() throws Exception {
        for (String name : List.of("a.switchboard", "B.SWITCHBOARD", "@c.switchboard")) {
            Files.writeString(folder.resolve(name), "a backup");
            terminal.run(folder.resolve(name).toString()).ok();
            assertThat(terminal.windows()).last().asString().endsWith(" restoring " + folder.resolve(name));
        }
        int opened = terminal.windows().size();
        Files.writeString(folder.resolve("doctor"), "a file with the name of a command");
        Files.createDirectories(folder.resolve("d.switchboard"));

        assertThat(terminal.run(folder.resolve("doctor").toString()).status()).isEqualTo(2);
        assertThat(terminal.run(folder.resolve("none.switchboard").toString()).failure(1)).contains("none.switchboard", "cannot be read");
        assertThat(terminal.run(folder.resolve("d.switchboard").toString()).failure(1)).contains("is a folder");
        assertThat(terminal.run("--restore", folder.resolve("none").toString()).failure(1)).contains("cannot be read");
        assertThat(terminal.windows()).hasSize(opened);
    }
}
