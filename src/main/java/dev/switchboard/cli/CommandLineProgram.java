package dev.switchboard.cli;

import dev.switchboard.text.SecretMasker;
import dev.switchboard.text.TerminalText;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** The command line: parses the arguments, runs the command, and returns the exit status. */
public final class CommandLineProgram {
    /** The commands in the order of the usage text; a command is only created if the arguments can refer to it. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("tables", TablesCommand::new),
            new Subject("items", ItemsCommand::new),
            new Subject("seed", SeedCommand::new),
            new Subject("conversations", ConversationsCommand::new),
            new Subject("users", UsersCommand::new),
            new Subject("db", DbCommand::new),
            new Subject("journal", JournalCommand::new),
            new Subject("doctor", DoctorCommand::new),
            new Subject("local", LocalCommand::new),
            new Subject("tour", TourCommand::new));

    private final CliContext context;
    private final UiLauncher uiLauncher;
    private final InterruptHandler interruption;

    private record Subject(String name, Function<Invocation, Object> command) {}

    public CommandLineProgram(CliContext context, UiLauncher uiLauncher, InterruptHandler interruption) {
        this.context = context;
        this.uiLauncher = uiLauncher;
        this.interruption = interruption;
    }

    /** Runs the command line and returns the exit status. Never throws. */
    public int run(String... args) {
        interruption.begin();
        try {
            return commandLine(args).execute(args);
        } finally {
            context.out().flush();
            context.err().flush();
            interruption.end();
        }
    }

    /** Creates the command line with the commands that the arguments name, or with all commands if they name none. */
    CommandLine commandLine(String... args) {
        FailureReporter failures = new FailureReporter(context);
        RootCommand root = new RootCommand(
                given -> uiLauncher.openWindow(given.environment(), given.settings(), context.home(), given.restore()));
        Invocation invocation = new Invocation(context, uiLauncher, root, interruption, failures);
        CommandLine line = new CommandLine(root);
        subjects(args).forEach(subject -> line.addSubcommand(subject.name(), subject.command().apply(invocation)));
        return line.setResourceBundle(Usage.bundle())
                .setOut(new PrintWriter(context.out(), true, context.out().charset()))
                .setErr(new PrintWriter(context.err(), true, context.err().charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(32)
                .setParameterExceptionHandler((wrong, words) -> usage(wrong))
                .setExecutionExceptionHandler(
                        (thrown, command, parsed) -> failures.report(thrown, root.verbose(), interruption.isRequested()));
    }

    /** Prints the error and the usage; unlike in picocli, the usage is also printed after a suggestion. */
    private static int usage(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(TerminalText.single(SecretMasker.text(String.valueOf(wrong.getMessage()))));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        command.usage(err);
        return ExitStatus.WRONG_COMMAND_LINE;
    }

    /** Returns the commands named in the arguments, or all if there is none, so that the usage and suggestions for typos are complete. */
    private static List<Subject> subjects(String... args) {
        Set<String> words = Set.copyOf(Arrays.stream(args).distinct().toList());
        List<Subject> meant = SUBJECTS.stream().filter(subject -> words.contains(subject.name())).toList();
        boolean wholeUsage = meant.isEmpty() || words.contains("--help") || words.contains("-h");
        return wholeUsage ? SUBJECTS : meant;
    }
}
