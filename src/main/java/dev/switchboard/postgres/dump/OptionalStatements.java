package dev.switchboard.postgres.dump;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.postgres.sql.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Runs statements that may fail, such as for the owner of an object, who does not exist on every server. */
final class OptionalStatements {
    private static final String SAVEPOINT = "privilege";
    private final Transaction transaction;
    private final List<String> failed = new ArrayList<>();

    OptionalStatements(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Runs a statement, and notes it if it fails. */
    void run(String sql) {
        transaction.execute("savepoint", "SAVEPOINT " + SAVEPOINT, 1);
        try {
            transaction.execute("restore", sql, 1);
            transaction.execute("savepoint", "RELEASE SAVEPOINT " + SAVEPOINT, 1);
        } catch (OperationCancelledException e) {
            throw e;
        } catch (Failure e) {
            transaction.execute("savepoint", "ROLLBACK TO SAVEPOINT " + SAVEPOINT, 1);
            failed.add(firstLine(sql) + ": " + e.sentence());
        }
    }

    /** Sets what belongs to the database itself. */
    void run(DatabaseProperties properties, String database) {
        List<DatabaseProperties.Setting> settings = properties.settings();
        if (settings != null) {
            settings.forEach(setting -> run(setting.statement(database)));
        }
    }

    /** Returns the statements that failed, each with the message of the server. */
    List<String> failed() {
        return failed;
    }

    static String firstLine(String sql) {
        int end = sql.indexOf('\n');
        return end < 0 ? sql : sql.substring(0, end) + " …";
    }
}
