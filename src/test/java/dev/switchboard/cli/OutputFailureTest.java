package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.cli.invocation.CliContext;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.InterruptHandler;
import dev.switchboard.cli.invocation.UiLauncher;
import dev.switchboard.cli.terminal.BrokenPipeException;
import dev.switchboard.cli.terminal.TerminalStream;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a command prints: if it cannot be written, that is the result; if its reader has gone, nothing is wrong. */
class OutputFailureTest {
    private static final String TABLE = TestAws.tableName("output");
    private static final PostgresEngine SERVER = TestEngines.freshDatabase();
    private static final IOException FULL = new IOException("No space left on device");
    private static final IOException GONE = new BrokenPipeException(new IOException("Broken pipe"));
    private static String group;

    @TempDir
    private static Path folder;

    private static Map<String, String> variables() {
        return Map.of("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString(), "CONNECTION_URL",
                SERVER.url().replace("@", ":" + SERVER.password() + "@"), "DDB_MESSAGE_TABLE", TABLE);
    }

    private static TestTerminal terminal() {
        TestTerminal terminal = new TestTerminal(folder);
        variables().forEach(terminal::variable);
        return terminal;
    }

    @BeforeAll
    static void setUp() {
        terminal().run("db", "load-schema").ok();
        terminal().run("db", "seed").ok();
        terminal().run("tables", "create").ok();
        group = terminal().run("conversations", "start", "--as", "ada", "--to", "bruno", "first", "--json").ok().json().path("group")
                .asText();
    }

    @AfterAll
    static void dropTable() {
        terminal().run("tables", "drop", TABLE, "--confirm", TABLE, "--no-backup").ok();
    }

    /** The commands that print something in this state, as a table and as JSON. */
    static Stream<List<String>> commands() {
        List<List<String>> all = List.of(
                List.of("--help"), List.of("--version"), List.of("tables", "list", "--help"), List.of("tables", "list"),
                List.of("tables", "describe", TABLE), List.of("items", "scan", TABLE), List.of("conversations", "list", "--user", "ada"),
                List.of("conversations", "show", "GROUP"), List.of("conversations", "show", "GROUP", "--all"), List.of("users", "list"),
                List.of("users", "pool"), List.of("users", "compare"), List.of("users", "sync"), List.of("db", "sessions"),
                List.of("db", "load-schema"), List.of("journal", "list"), List.of("doctor"), List.of("local", "status"),
                List.of("seed", "conversation", "--from", "ada", "--to", "chidi", "--dry-run"),
                List.of("conversations", "send", "GROUP", "--as", "ada", "text"));
        return all.stream().flatMap(one -> one.getFirst().startsWith("-")
                ? Stream.of(one)
                : Stream.of(one, Stream.concat(one.stream(), Stream.of("--json")).toList()));
    }

    private record Failing(IOException thrown) {
        OutputStream stream() {
            return new BufferedOutputStream(new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    throw thrown;
                }
            });
        }

        PrintStream print() {
            return TerminalStream.to(stream(), StandardCharsets.UTF_8);
        }
    }

    private static int run(PrintStream out, PrintStream err, List<String> command) {
        CliContext context = new CliContext(out, err, InputStream.nullInputStream(), variables(), new Home(folder), null, false);
        String[] words = command.stream().map(word -> word.equals("GROUP") ? group : word).toArray(String[]::new);
        return new CommandLineProgram(context, new NoWindow(), new InterruptHandler()).run(words);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFullDiskEndsInASentence(List<String> command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = run(new Failing(FULL).print(), new PrintStream(err, true, StandardCharsets.UTF_8), command);

        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("switchboard: "))).singleElement().asString()
                .startsWith("switchboard: The output could not be written completely: No space left on device.");
        assertThat(run(new Failing(FULL).print(), new Failing(FULL).print(), command)).as("both").isEqualTo(ExitStatus.FAILED);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aReaderThatWentAwayIsNoError(List<String> command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(run(new Failing(GONE).print(), new PrintStream(err, true, StandardCharsets.UTF_8), command)).isEqualTo(ExitStatus.DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("switchboard: The");
    }

    @Test
    void aFailureOfTheCommandItselfKeepsItsStatus() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        for (IOException thrown : List.of(FULL, GONE)) {
            assertThat(run(new Failing(thrown).print(), nowhere, List.of("tables", "list", "--no-such"))).isEqualTo(2);
            assertThat(run(new Failing(thrown).print(), nowhere, List.of("tables", "describe", "none"))).isEqualTo(1);
            assertThat(run(new Failing(thrown).print(), nowhere, List.of("tables", "drop", TABLE))).isEqualTo(3);
        }
    }

    @Test
    void notesThatCannotBeWrittenAreLostUnlessStandardErrorWasClosed() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        List<String> command = List.of("conversations", "show", "GROUP");
        assertThat(run(nowhere, new Failing(FULL).print(), command)).isEqualTo(ExitStatus.FAILED);
        assertThat(run(nowhere, new Failing(GONE).print(), command)).isZero();
        assertThat(run(nowhere, new Failing(new IOException("Bad file descriptor")).print(), command)).isZero();
    }

    private static final class NoWindow implements UiLauncher {
        @Override
        public int openWindow(Environment environment, Map<Setting, String> commandLine, Home home, @Nullable Path backup) {
            throw new IllegalStateException("a window");
        }

        @Override
        public List<Path> drawPictures(Session session, Path pictures) {
            return List.of();
        }
    }
}
