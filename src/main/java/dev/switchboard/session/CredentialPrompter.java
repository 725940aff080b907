package dev.switchboard.session;

import dev.switchboard.postgres.connection.PostgresUrl;
import org.jspecify.annotations.Nullable;

/** Prompts for secrets that are never stored. The calling thread waits for the answer. */
public interface CredentialPrompter {
    /** Prompts for a database password; null if it was canceled. */
    @Nullable
    String password(PostgresUrl url);

    /** Prompts for an MFA code; null if it was canceled. */
    @Nullable
    String mfaCode(String serial);

    /** Closes an open prompt and opens no more, because the session is closed. */
    default void close() {}
}
