package dev.switchboard.postgres.admin;

import dev.switchboard.postgres.connection.PostgresUrl;

/** Where a backup is restored to verify it. */
public sealed interface BackupVerification {
    /** In a temporary database on the same server. */
    record SameServer() implements BackupVerification {}

    /**
     * In a temporary database of the local engine.
     *
     * @param url of the engine, with its password
     * @param reason a sentence that says why not on the same server
     */
    record LocalEngine(PostgresUrl url, String reason) implements BackupVerification {}

    /**
     * Nowhere.
     *
     * @param reason sentences that say why
     */
    record Impossible(String reason) implements BackupVerification {}
}
