package dev.switchboard.postgres.admin;

import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.DatabaseChangeOutcomes;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The maintenance database, from which other databases are created and dropped: neither works from inside, nor in a transaction. */
final class MaintenanceDatabase {
    static final String DATABASE = "postgres";
    private final Database database;

    MaintenanceDatabase(Database database) {
        this.database = database;
    }

    private PostgresUrl url() {
        return database.url().withDatabase(DATABASE);
    }

    List<Row> query(Sql sql, Map<String, ? extends @Nullable Object> parameters) {
        PostgresUrl url = url();
        try (Database other =
                new Database(() -> url, database.permits(), database.log().activity(), database.patience())) {
            return other.query(sql, parameters);
        }
    }

    /** Does something to a whole database, which the journal gets first. */
    <T> T changing(WriteAuthorization authorization, Intent intent, Function<WritePermit, T> work, Function<T, String> did) {
        WritePermit change = database.begin(authorization, intent);
        try {
            T result = work.apply(change);
            change.done(did.apply(result));
            return result;
        } catch (RuntimeException e) {
            DatabaseChangeOutcomes.note(change, e);
            throw e;
        }
    }

    /** Runs a statement outside any transaction; the caller holds a permit for it. */
    void execute(String operation, String sql) {
        PostgresUrl url = url();
        long started = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url.toJdbc(), url.driverProperties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            database.log().record(url, operation, sql, started, null);
        } catch (SQLException e) {
            database.log().record(url, operation, sql, started, e);
            throw PostgresFailureExplainer.failure(e, url);
        }
    }
}
