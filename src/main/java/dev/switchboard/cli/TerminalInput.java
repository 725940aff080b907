package dev.switchboard.cli;

import org.jspecify.annotations.Nullable;

/** Somebody at a terminal. */
public interface TerminalInput {
    /** Asks for a line; null where the input ended instead. */
    @Nullable
    String line(String question);

    /** Asks for a secret, which is not shown while it is typed; null where the input ended instead. */
    char @Nullable [] secret(String question);
}
