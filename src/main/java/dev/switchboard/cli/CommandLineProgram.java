package dev.switchboard.cli;

import dev.switchboard.cli.completion.CompletionCommand;
import dev.switchboard.cli.help.HelpCommand;
import dev.switchboard.cli.invocation.CliContext;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.FailureReporter;
import dev.switchboard.cli.invocation.InterruptHandler;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.OutputChecker;
import dev.switchboard.cli.invocation.UiLauncher;
import dev.switchboard.cli.items.ItemsCommand;
import dev.switchboard.cli.tables.TablesCommand;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;

/** The command line: parses the arguments, runs the command, and returns the exit status. */
public final class CommandLineProgram {
    /** The commands in the order of the usage text; a command is only created if the arguments can refer to it. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("tables", TablesCommand::of),
            new Subject("items", ItemsCommand::of),
            new Subject("seed", SeedCommand::new),
            new Subject("conversations", ConversationsCommand::of),
            new Subject("users", UsersCommand::new),
            new Subject("db", DbCommand::new),
            new Subject("journal", JournalCommand::new),
            new Subject("doctor", DoctorCommand::new),
            new Subject("local", LocalCommand::new),
            new Subject("tour", TourCommand::new),
            // Their classes are not loaded for other commands, unlike those that a method reference names.
            new Subject("help", invocation -> new HelpCommand(invocation)),
            new Subject("completion", invocation -> new CompletionCommand(invocation)));
    /** The commands that describe all others. */
    private static final Set<String> ABOUT_ALL = Set.of("help", "completion");

    private static final Messages TEXT = Messages.of(CommandLineProgram.class);
    private static final Set<String> VERSION = Set.of("-V", "--version");
    private static final String BACKUP = ".switchboard";

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
            return OutputChecker.status(execute(args), context.outStream(), context.errStream());
        } finally {
            interruption.end();
        }
    }

    /** Without an argument, or with the version alone, nothing is parsed, and no model of the commands is built. */
    private int execute(String... args) {
        if (args.length == 0) {
            return openWindow();
        }
        if (args.length == 1 && VERSION.contains(args[0])) {
            context.out().println(versionLine());
            return ExitStatus.DONE;
        }
        String[] meant = withBackupAsOption(args);
        return commandLine(meant).execute(meant);
    }

    /** The name of the program and its version, which the manifest of the jar holds. */
    static String versionLine() {
        @Nullable String version = CommandLineProgram.class.getPackage().getImplementationVersion();
        return "switchboard " + (version == null ? "development" : version);
    }

    private int openWindow() {
        try {
            return uiLauncher.openWindow(Environment.defaultEnvironment(), Map.of(), context.home(), null);
        } catch (RuntimeException e) {
            return new FailureReporter(context).report(e, false, interruption.isRequested());
        }
    }

    /** A desktop opens a backup file by starting the program with its name alone. */
    private static String[] withBackupAsOption(String... args) {
        boolean backup = args.length == 1 && !args[0].startsWith("-") && args[0].toLowerCase(Locale.ROOT).endsWith(BACKUP);
        return backup ? new String[] {"--restore=" + args[0]} : args;
    }

    /** Creates the command line with the commands that the arguments name, or with all commands if they name none. */
    CommandLine commandLine(String... args) {
        FailureReporter failures = new FailureReporter(context);
        RootCommand root = new RootCommand(
                given -> uiLauncher.openWindow(given.environment(), given.settings(), context.home(), given.readableBackup()));
        Invocation invocation = new Invocation(context, uiLauncher, root, interruption, failures);
        CommandLine line = new CommandLine(root);
        subjects(args).forEach(subject -> line.addSubcommand(subject.name(), subject.command().apply(invocation)));
        return line.setResourceBundle(Usage.bundle())
                .setExpandAtFiles(false)
                // Otherwise the text “-hello” would show the help, as -h and a rest, and end with status 0.
                .setPosixClusteredShortOptionsAllowed(false)
                .setOut(new PrintWriter(context.out(), true, context.out().charset()))
                .setErr(new PrintWriter(context.err(), true, context.err().charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(32)
                .setExecutionStrategy(CommandLineProgram::execute)
                .setParameterExceptionHandler((wrong, words) -> UsageReporter.report(wrong, args))
                .setExecutionExceptionHandler(
                        (thrown, command, parsed) -> invocation.isStoppedByOutput(thrown)
                                ? ExitStatus.DONE
                                : failures.report(thrown, root.verbose(), interruption.isRequested()));
    }

    /** Runs the command, unless an option is given before its name and after it, of which one would be ignored. */
    private static int execute(ParseResult parsed) {
        Set<String> given = new HashSet<>();
        for (CommandLine command : parsed.asCommandLineList()) {
            for (OptionSpec option : command.getParseResult().matchedOptions()) {
                if (!given.add(option.longestName())) {
                    throw new OverwrittenOptionException(command, option, TEXT.get("usage.twice", option.longestName()));
                }
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Returns the commands named in the arguments, or all if there is none, so that the usage and suggestions for typos are complete. */
    private static List<Subject> subjects(String... args) {
        Set<String> words = Set.copyOf(Arrays.stream(args).distinct().toList());
        List<Subject> meant = SUBJECTS.stream().filter(subject -> words.contains(subject.name())).toList();
        boolean wholeUsage = meant.isEmpty() || words.contains("--help") || words.contains("-h")
                || meant.stream().anyMatch(subject -> ABOUT_ALL.contains(subject.name()));
        return wholeUsage ? SUBJECTS : meant;
    }
}
