package dev.switchboard.cli.invocation;

import dev.switchboard.cli.terminal.SafeTerminalInput;
import dev.switchboard.cli.terminal.TerminalInput;
import dev.switchboard.cli.terminal.TerminalStream;
import dev.switchboard.settings.Home;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a command-line run. No control character in data reaches the terminal through its streams and prompts.
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
        boolean showsProgress) {

    public CliContext {
        out = TerminalStream.of(out);
        err = TerminalStream.of(err);
        terminal = terminal == null ? null : new SafeTerminalInput(terminal);
    }

    /** Standard output, which tells whether it could be written. */
    public TerminalStream outStream() {
        return TerminalStream.of(out);
    }

    /** Standard error, on which the progress is shown. */
    public TerminalStream errStream() {
        return TerminalStream.of(err);
    }
}
