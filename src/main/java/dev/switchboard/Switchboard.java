package dev.switchboard;

import dev.switchboard.cli.CliContext;
import dev.switchboard.cli.CommandLineProgram;
import dev.switchboard.cli.InterruptHandler;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The program: a command runs without a window, no command opens it. */
public final class Switchboard {
    /** How long an interrupted command may take to say what it left behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Switchboard() {}

    /** Runs what the arguments name and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs what the arguments name, as this process, and returns the exit status. */
    static int run(String... args) {
        PrintStream err = ProcessStreams.err();
        Home home = Home.ofProcess();
        LogFile.use(home, err::println);
        CliContext context = new CliContext(
                ProcessStreams.out(), err, System.in, System.getenv(), home, ProcessStreams.terminalInput(), ProcessStreams.errIsTerminal());
        InterruptHandler interruption = new InterruptHandler();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(interruption), "interruption"));
        return new CommandLineProgram(context, new WindowLauncher(), interruption).run(words(context, args));
    }

    /** The words as typed; started by the build where there is no display, the tour takes the window's place. */
    private static String[] words(CliContext context, String... args) {
        @Nullable String build = System.getProperty("switchboard.build");
        String system = System.getProperty("os.name", "");
        if (args.length == 1 && Files.isRegularFile(Path.of(args[0]))) {
            // How a desktop opens a backup with the program that belongs to it.
            return new String[] {"--restore", args[0]};
        }
        if (args.length > 0 || build == null || WindowLauncher.hasDisplay(system, System.getenv(), System.getProperty("glass.platform"))) {
            return ProcessStreams.typed(args);
        }
        context.err().println(Messages.of(Switchboard.class).get("display.tour"));
        return new String[] {"tour", "--pictures", Path.of(build, "tour").toString()};
    }

    /** After Ctrl-C or a log-out the process ends when this returns, with status 130; after a normal end it returns at once. */
    private static void end(InterruptHandler interruption) {
        if (WindowLauncher.leave()) {
            return;
        }
        try {
            interruption.interrupt(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
