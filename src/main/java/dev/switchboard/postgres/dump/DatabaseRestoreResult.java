package dev.switchboard.postgres.dump;

import java.util.List;

/**
 * The result of restoring a database.
 *
 * @param database the name of the restored database
 * @param notSet owners and privileges that could not be set, each with the message of the server
 */
public record DatabaseRestoreResult(DatabaseBackup backup, String database, List<String> notSet) {
    public DatabaseRestoreResult {
        notSet = List.copyOf(notSet);
    }
}
