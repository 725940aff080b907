package dev.switchboard.postgres.dump;

import java.util.List;

/**
 * What came of bringing a database back.
 *
 * @param database the database that holds it now
 * @param notSet owners and privileges that could not be set, each as the server says it
 */
public record DatabaseRestoreResult(DatabaseBackup backup, String database, List<String> notSet) {
    public DatabaseRestoreResult {
        notSet = List.copyOf(notSet);
    }
}
