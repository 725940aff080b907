package dev.switchboard;

import dev.switchboard.cli.CommandLineProgram;
import dev.switchboard.cli.invocation.CliContext;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.InterruptHandler;
import dev.switchboard.cli.terminal.TerminalStream;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The main class. Runs a command without a window, or opens the window if no command is given. */
public final class Switchboard {
    private static final Messages TEXT = Messages.of(Switchboard.class);
    /** How long an interrupted command may take to report its partial results. */
    private static final Duration INTERRUPT_TIMEOUT = Duration.ofSeconds(20);

    private Switchboard() {}

    /** Runs the command line and exits the process with its exit status. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the command line with the streams and the environment of this process and returns the exit status. */
    static int run(String... args) {
        RuntimeProperties.set();
        Utf8Relauncher.relaunchIfNecessary(args);
        TerminalStream err = ProcessStreams.err();
        System.setErr(err); // for threads and libraries that print an exception
        try {
            return run(err, ProcessStreams.arguments(args));
        } catch (InvalidInputException e) {
            err.println(TEXT.get("failure", String.valueOf(e.getMessage())));
            return ExitStatus.WRONG_COMMAND_LINE;
        } catch (OperationFailedException e) {
            err.println(TEXT.get("failure", String.valueOf(e.getMessage())));
            return ExitStatus.FAILED;
        }
    }

    private static int run(TerminalStream err, String... args) {
        Home home = Home.ofProcess();
        LogFile.use(home, err::println);
        home.makePrivate();
        CliContext context = new CliContext(
                ProcessStreams.out(), err, ProcessStreams.in(), System.getenv(), home, ProcessStreams.terminalInput(),
                ProcessStreams.errIsTerminal());
        InterruptHandler interruptHandler = new InterruptHandler();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(interruptHandler), "interruption"));
        return new CommandLineProgram(context, new WindowLauncher(), interruptHandler).run(arguments(context, args));
    }

    /** The arguments as typed. If the build starts the program without a display, the tour runs instead of the window. */
    private static String[] arguments(CliContext context, String... args) {
        @Nullable String build = System.getProperty("switchboard.build");
        String system = System.getProperty("os.name", "");
        if (args.length > 0 || build == null || WindowLauncher.hasDisplay(system, System.getenv(), System.getProperty("glass.platform"))) {
            return args;
        }
        context.err().println(TEXT.get("display.tour"));
        return new String[] {"tour", "--pictures", Path.of(build, "tour").toString()};
    }

    /**
     * Runs as the shutdown hook. After Ctrl-C or a logout, the process ends with status 130 when this returns; after a normal exit
     * it returns immediately.
     */
    private static void interrupt(InterruptHandler interruptHandler) {
        if (WindowLauncher.leave()) {
            return;
        }
        try {
            interruptHandler.interrupt(INTERRUPT_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
