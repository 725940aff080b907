package dev.switchboard.postgres.sql;

import java.util.List;

/**
 * The result of a statement in a script.
 *
 * @param statement the text of the statement
 * @param hasRows whether the statement returns rows, possibly none or without columns, instead of a count of changes
 * @param columns the columns of its rows, whose names can occur several times
 * @param rows the first rows
 * @param more whether there are more rows
 * @param count the number of changed rows if it returns no rows, otherwise the number of rows in this result
 * @param notices what the server said while it ran
 */
public record SqlResult(
        String statement, boolean hasRows, List<String> columns, List<Row> rows, boolean more, long count, SqlNotices notices) {
    /** Creates the result of a statement that returns no rows. */
    static SqlResult changed(String statement, long count, SqlNotices notices) {
        return new SqlResult(statement, false, List.of(), List.of(), false, count, notices);
    }
}
