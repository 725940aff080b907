package dev.switchboard.session;

import dev.switchboard.postgres.connection.PostgresUrl;
import org.jspecify.annotations.Nullable;

/** Somebody who can be asked for what is kept nowhere. The asking thread waits. */
public interface CredentialPrompter {
    /** The password of a database; null where nobody answered. */
    @Nullable
    String password(PostgresUrl url);

    /** The code that an MFA device shows now; null where nobody answered. */
    @Nullable
    String mfaCode(String serial);

    /** The session is left: whoever is being asked is left alone, and nobody is asked any more. */
    default void close() {}
}
