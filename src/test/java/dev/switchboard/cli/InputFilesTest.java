package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestEngines;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no regular file is rejected at once by every command that reads a file. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InputFilesTest {
    private static String database;

    @TempDir
    private Path folder;

    private Path home;
    private TestTerminal terminal;

    @BeforeAll
    static void setUp(@TempDir Path scratch) {
        PostgresEngine engine = TestEngines.freshDatabase();
        database = "postgresql://" + engine.user() + ":" + engine.password() + "@" + engine.host() + ":" + engine.port() + "/"
                + engine.database();
        TestTerminal terminal = terminal(scratch);
        terminal.run("db", "load-schema").ok();
        terminal.run("db", "seed").ok();
    }

    private static TestTerminal terminal(Path home) {
        return new TestTerminal(home).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString()).variable("CONNECTION_URL", database);
    }

    @BeforeEach
    void open() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        terminal = terminal(home);
    }

    private List<String[]> commands(String file) {
        return List.of(
                new String[] {"tables", "restore", file},
                new String[] {"db", "restore", file},
                new String[] {"db", "run", file},
                new String[] {"seed", "conversation", "--from", "ada", "--to", "bruno", "--file", file});
    }

    private String pipe(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe.toString();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aNamedPipeIsNotWaitedFor() throws Exception {
        String pipe = pipe("pipe");
        for (String[] command : commands(pipe)) {
            assertThat(terminal.run(command).failure(1)).contains(pipe, "not a regular file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/stdin", "/proc/self/environ", "/proc/kmsg", "/sys/kernel/notes"})
    @EnabledOnOs(OS.LINUX)
    void devicesAndFilesOfTheKernelAreNotRead(String file) {
        for (String[] command : commands(file)) {
            assertThat(terminal.run(command).failure(1)).contains(file, "not a regular file");
        }
    }

    @Test
    void aFolderIsNotAFile() {
        for (String[] command : commands(folder.toString())) {
            assertThat(terminal.run(command).failure(1)).contains(folder.toString(), "is a folder");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theSettingsAreARegularFile() throws Exception {
        pipe("home/settings.json");

        assertThat(terminal.run("tables", "list").failure(1)).contains("settings.json", "not a regular file");
    }

    @Test
    void standardInputIsReadForAHyphen() {
        assertThat(terminal.input("SELECT 40 + 2 AS answer").run("db", "run", "-").ok().out()).contains("42");
    }

    @Test
    void aDatabaseBackupOfVeryManyEmptyMembersIsRejectedInWords() throws Exception {
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        new GZIPOutputStream(empty).close();
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000_000; i++) {
            members.writeBytes(empty.toByteArray());
        }
        Path file = Files.write(folder.resolve("million.sql.gz"), members.toByteArray());

        assertThat(terminal.run("db", "restore", file.toString()).failure(1)).contains("not a Switchboard backup");
    }
}
