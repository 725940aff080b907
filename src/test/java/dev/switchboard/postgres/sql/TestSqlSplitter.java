package dev.switchboard.postgres.sql;

import java.util.List;

/** Splits scripts for tests that stand elsewhere. */
public final class TestSqlSplitter {
    private TestSqlSplitter() {}

    /** The line on which each statement of a script begins. */
    public static List<Integer> lines(String script) {
        return SqlScript.statements(script).stream().map(SqlScript.Statement::line).toList();
    }
}
