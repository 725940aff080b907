package dev.switchboard.postgres.sql;

import java.util.List;

/** Splits scripts for tests in other packages. */
public final class TestSqlSplitter {
    private TestSqlSplitter() {}

    /** Returns the line on which each statement of a script begins. */
    public static List<Integer> lines(String script) {
        return SqlScript.statements(script).stream().map(SqlScript.Statement::line).toList();
    }
}
