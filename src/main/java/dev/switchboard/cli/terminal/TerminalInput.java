package dev.switchboard.cli.terminal;

import org.jspecify.annotations.Nullable;

/** Prompts a user at a terminal. */
public interface TerminalInput {
    /** Prompts for a line; returns null at the end of the input. */
    @Nullable
    String line(String question);

    /** Prompts for a secret without echo; returns null at the end of the input. */
    char @Nullable [] secret(String question);
}
