package dev.switchboard.cli.invocation;

import dev.switchboard.cli.terminal.TerminalInput;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.session.CredentialPrompter;
import dev.switchboard.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Prompts for credentials at the terminal.
 *
 * @param terminal prompts the user; null if there is no terminal
 */
record TerminalPrompter(@Nullable TerminalInput terminal) implements CredentialPrompter {
    private static final Messages TEXT = Messages.of(TerminalPrompter.class);

    @Override
    public @Nullable String password(PostgresUrl url) {
        String question = TEXT.get("password.question", url.withoutPassword());
        @Nullable String note = url.passwordNote();
        return secret(note == null ? question : note + " " + question);
    }

    @Override
    public @Nullable String mfaCode(String serial) {
        return secret(TEXT.get("mfa.question", serial));
    }

    private @Nullable String secret(String question) {
        char @Nullable [] typed = terminal == null ? null : terminal.secret(question);
        return typed == null ? null : new String(typed);
    }
}
