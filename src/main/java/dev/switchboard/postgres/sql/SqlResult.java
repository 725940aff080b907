package dev.switchboard.postgres.sql;

import java.util.List;

/**
 * The result of a statement in a script.
 *
 * @param statement the text of the statement
 * @param columns the columns of its rows; empty if it returns no rows
 * @param rows the first rows
 * @param more whether there are more rows
 * @param count the number of changed rows if it returns no rows, otherwise the number of rows in this result
 */
public record SqlResult(String statement, List<String> columns, List<Row> rows, boolean more, long count) {
    /** Returns whether the statement returns rows, possibly none, instead of a count of changes. */
    public boolean hasRows() {
        return !columns.isEmpty();
    }
}
