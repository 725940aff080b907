package dev.switchboard.cli;

import dev.switchboard.cli.invocation.CliContext;
import dev.switchboard.cli.invocation.InterruptHandler;
import dev.switchboard.cli.invocation.UiLauncher;
import dev.switchboard.cli.terminal.TerminalInput;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs the command line in this process on one home, and captures its output. */
final class TestTerminal {
    private final Home home;
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> windows = new ArrayList<>();
    private List<String> questions = new ArrayList<>();
    private String input = "";
    private @Nullable TerminalInput terminal;

    TestTerminal(Path home) {
        this.home = new Home(home);
    }

    /** Sets an environment variable for the runs that follow. */
    TestTerminal variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Sets the content of standard input. */
    TestTerminal input(String text) {
        input = text;
        return this;
    }

    /** Simulates a terminal at which every prompt is answered with this line. */
    TestTerminal answering(String line) {
        terminal = new TerminalInput() {
            @Override
            public String line(String question) {
                questions.add(question);
                return line;
            }

            @Override
            public char[] secret(String question) {
                questions.add(question);
                return line.toCharArray();
            }
        };
        return this;
    }

    /** Adds the questions of the runs that follow to a list. */
    TestTerminal asking(List<String> asked) {
        questions = asked;
        return this;
    }

    /** Returns the command line with every command. */
    CommandLine commands() {
        CliContext context =
                new CliContext(System.out, System.err, new ByteArrayInputStream(new byte[0]), variables, home, null, false);
        return new CommandLineProgram(context, new CountingUiLauncher(), new InterruptHandler()).commandLine();
    }

    CommandLineResult run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status;
        try (PrintStream toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream toErr = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            CliContext context = new CliContext(
                    toOut, toErr, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), variables, home, terminal, false);
            status = new CommandLineProgram(context, new CountingUiLauncher(), new InterruptHandler()).run(args);
        }
        return new CommandLineResult(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Returns the windows that were opened, as environment and settings. */
    List<String> windows() {
        return windows;
    }

    private final class CountingUiLauncher implements UiLauncher {
        @Override
        public int openWindow(Environment environment, Map<Setting, String> commandLine, Home ofHome, @Nullable Path backup) {
            windows.add(environment + " " + commandLine + (backup == null ? "" : " restoring " + backup));
            return 0;
        }

        @Override
        public List<Path> drawPictures(Session session, Path folder) {
            return List.of(folder.resolve(session.environment() + ".png"));
        }
    }
}
