package dev.switchboard.cli;

import dev.switchboard.settings.Home;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the command line finds around it.
 *
 * @param out results and nothing else
 * @param err everything else: progress, notes, failures
 * @param in read where a command is told to read {@code -}
 * @param variables the environment variables
 * @param home where things are kept
 * @param asker somebody to ask, null where nobody sits at a terminal
 * @param showsProgress whether {@code err} is a terminal, on which a line can be drawn over
 */
public record CliContext(
        PrintStream out,
        PrintStream err,
        InputStream in,
        Map<String, String> variables,
        Home home,
        @Nullable TerminalInput asker,
        boolean showsProgress) {}
