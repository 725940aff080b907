package dev.switchboard.cli.terminal;

import dev.switchboard.text.TerminalText;
import org.jspecify.annotations.Nullable;

/**
 * Prompts without the control characters that a name in a question may contain.
 *
 * @param terminal shows the prompts
 */
public record SafeTerminalInput(TerminalInput terminal) implements TerminalInput {
    @Override
    public @Nullable String line(String question) {
        return terminal.line(TerminalText.single(question));
    }

    @Override
    public char @Nullable [] secret(String question) {
        return terminal.secret(TerminalText.single(question));
    }
}
