package dev.switchboard.testing;

import dev.switchboard.journal.Intent;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements that a test runs to prepare a database, under permits of their own. */
public final class TestSql {
    private TestSql() {}

    /** Runs one statement; returns how many rows it changed. */
    public static long update(Database database, Sql sql, Map<String, ? extends @Nullable Object> parameters) {
        return database.changing(
                Intent.event("test", "Preparing.", ""), List.of(), transaction -> transaction.update(sql, parameters), changed -> "");
    }
}
