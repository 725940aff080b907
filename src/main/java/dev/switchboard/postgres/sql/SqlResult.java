package dev.switchboard.postgres.sql;

import java.util.List;

/**
 * What one statement of a script gave.
 *
 * @param statement its text
 * @param columns the columns of its rows; empty where it returns none
 * @param rows its rows, the first of them where there are many
 * @param more whether there are rows beyond these
 * @param count rows changed where it returns none, else the rows here
 */
public record SqlResult(String statement, List<String> columns, List<Row> rows, boolean more, long count) {
    /** Whether it is an answer with rows, be they none, and no count of changes. */
    public boolean hasRows() {
        return !columns.isEmpty();
    }
}
