package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever a command waits, Ctrl-C and the request of the system to end do not wait with it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@EnabledOnOs(OS.LINUX)
class InterruptedCommandTest {
    /** The command itself ends within two seconds; the rest is for a machine that does other things too. */
    private static final Duration END = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    private final PostgresEngine postgres = TestEngines.freshDatabase();

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(JavaProcess.java(List.of(), "dev.switchboard.Switchboard", words));
        return command;
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        builder.environment().put("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        builder.environment().put("CONNECTION_URL", postgres.url());
        builder.environment().put("PGPASSWORD", postgres.password());
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("screen.txt").toFile());
    }

    private String screen() {
        try {
            return Files.readString(folder.resolve("screen.txt"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static void await(Process process, BooleanSupplier state) throws InterruptedException {
        while (!state.getAsBoolean()) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as("it waits").isFalse();
        }
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor();
    }

    private void assertEnds(Process process, int status) throws Exception {
        assertThat(process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)).as("it ends; so far: %s", screen()).isTrue();
        assertThat(process.exitValue()).as(screen()).isEqualTo(status);
        assertThat(screen()).containsPattern("[Cc]anceled|Stopped on request");
    }

    /** Whether a thread of the process waits for its standard input, or for somebody to open a pipe. */
    private static BooleanSupplier reads(Process process) {
        Path stack = Path.of("/proc", String.valueOf(process.pid()), "task");
        return () -> {
            try (var tasks = Files.list(stack)) {
                return tasks.anyMatch(task -> readsInput(task));
            } catch (IOException e) {
                return false;
            }
        };
    }

    private static boolean readsInput(Path task) {
        try {
            // The number of the system call that a thread waits in, and its first argument: read of standard input, or open
            String call = Files.readString(task.resolve("syscall"));
            return call.startsWith("0 0x0 ") || (call.startsWith("257 ") && Files.readString(task.resolve("comm")).startsWith("input"));
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aScriptFromStandardInputThatDoesNotEnd(String signal, int status) throws Exception {
        Process process = builder(command("db", "run", "-")).start();
        process.getOutputStream().write("select 1;\n".getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        await(process, reads(process));
        signal(process, signal);
        assertEnds(process, status);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aLongQuery(String signal, int status) throws Exception {
        Path script = Files.writeString(folder.resolve("sleep.sql"), "select pg_sleep(100)");
        Process process = builder(command("db", "run", script.toString())).start();
        await(process, this::sleeps);
        signal(process, signal);
        assertEnds(process, status);
        while (sleeps()) { // the server notices the end of the query on its own thread
            Thread.onSpinWait();
        }
    }

    private boolean sleeps() {
        try (Connection connection = TestEngines.connect(postgres, postgres.database());
                ResultSet found = connection.createStatement().executeQuery(
                        "select 1 from pg_stat_activity where query like 'select pg_sleep%' and state = 'active' and datname = '"
                                + postgres.database() + "'")) {
            return found.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPromptForAPassword() throws Exception {
        atPrompt("Password of", builder -> builder.environment().remove("PGPASSWORD"), "users", "list");
    }

    @Test
    void aPromptForAConfirmation() throws Exception {
        atPrompt(postgres.database(), builder -> {}, "db", "drop");
    }

    private void atPrompt(String question, Consumer<ProcessBuilder> change, String... words) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "nothing here gives a process a terminal");
        ProcessBuilder builder = builder(List.of("script", "-q", "-e", "-c", String.join(" ", command(words)), "/dev/null"));
        change.accept(builder);
        Process process = builder.start();
        await(process, () -> screen().contains(question));
        process.getOutputStream().write(3); // Ctrl-C
        process.getOutputStream().flush();
        assertEnds(process, 130);
    }

    @Test
    void theStartOfAnEngine() throws Exception {
        ProcessBuilder builder = builder(command("users", "list"));
        builder.environment().remove("CONNECTION_URL");
        Process process = builder.start();
        // It unpacks PostgreSQL and creates the data, which takes seconds.
        await(process, () -> Files.isDirectory(folder.resolve("home/local/postgres")));
        signal(process, "INT");
        assertEnds(process, 130);
        assertThat(ProcessHandle.allProcesses().flatMap(each -> each.info().commandLine().stream()))
                .noneMatch(line -> line.contains(folder.toString()) && !line.contains("dev.switchboard.Switchboard"));
    }
}
