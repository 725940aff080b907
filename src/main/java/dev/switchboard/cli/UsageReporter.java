package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.text.Messages;
import dev.switchboard.text.SecretMasker;
import dev.switchboard.text.TerminalText;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a wrong command line: the error, what may have been meant, and the usage. */
final class UsageReporter {
    private static final Messages TEXT = Messages.of(UsageReporter.class);
    private static final String END_OF_OPTIONS = "--";

    private UsageReporter() {}

    /** Prints the error and the usage; unlike in picocli, the usage is also printed after a suggestion. */
    static int report(ParameterException wrong, String... args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(TerminalText.single(SecretMasker.text(String.valueOf(wrong.getMessage()))));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        @Nullable String hint = hint(wrong, args);
        if (hint != null) {
            err.println(TerminalText.single(SecretMasker.text(hint)));
        }
        command.usage(err);
        return ExitStatus.WRONG_COMMAND_LINE;
    }

    /** What to do if a value that begins with {@code -} was taken for an option; null if that cannot be the cause. */
    private static @Nullable String hint(ParameterException wrong, String... args) {
        CommandSpec spec = wrong.getCommandLine().getCommandSpec();
        boolean taken = switch (wrong) {
            case UnmatchedArgumentException unmatched -> unmatched.isUnknownOption();
            case MissingParameterException missing -> hasDashedWord(spec, args);
            case OverwrittenOptionException twice -> hasDashedWord(spec, args);
            default -> false;
        };
        return taken && !spec.positionalParameters().isEmpty()
                ? TEXT.get("usage.dash.parameter", spec.qualifiedName(), spec.positionalParameters().getLast().paramLabel())
                : null;
    }

    /** Whether a word before the end of the options may have been a value: a short option, or one that does not exist. */
    private static boolean hasDashedWord(CommandSpec spec, String... args) {
        List<String> words = Arrays.asList(args);
        int end = words.indexOf(END_OF_OPTIONS);
        return words.subList(0, end < 0 ? words.size() : end).stream()
                .filter(word -> word.length() > 1 && word.startsWith("-"))
                .anyMatch(word -> !word.startsWith(END_OF_OPTIONS) || !spec.optionsMap().containsKey(word.split("=", 2)[0]));
    }
}
