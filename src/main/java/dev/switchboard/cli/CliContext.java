package dev.switchboard.cli;

import dev.switchboard.settings.Home;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a command-line run.
 *
 * @param out standard output, for results only
 * @param err standard error, for progress, notes and failures
 * @param in standard input, which a command reads for {@code -}
 * @param variables the environment variables
 * @param home the folder for settings and data
 * @param terminal prompts the user; null if there is no terminal
 * @param showsProgress whether {@code err} is a terminal on which a line can be overwritten
 */
public record CliContext(
        PrintStream out,
        PrintStream err,
        InputStream in,
        Map<String, String> variables,
        Home home,
        @Nullable TerminalInput terminal,
        boolean showsProgress) {}
