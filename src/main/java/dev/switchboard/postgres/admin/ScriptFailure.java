package dev.switchboard.postgres.admin;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.sql.SqlNotices;
import dev.switchboard.postgres.sql.SqlScript;

/**
 * What is known of the failure of a script beside its exception.
 *
 * @param notices what the server said until then
 * @param offset where the error is in the script, in UTF-16 units from 0; -1 if the server did not say so
 * @param canceled whether the statement was canceled
 */
public record ScriptFailure(SqlNotices notices, int offset, boolean canceled) {
    static ScriptFailure of(SqlNotices notices, SqlScript.Statement statement, Failure failure) {
        int position = PostgresFailureExplainer.position(failure);
        // The server counts characters from 1, a string its UTF-16 units from 0.
        boolean within = position > 0 && position <= statement.text().codePointCount(0, statement.text().length()) + 1;
        int offset = within ? statement.offset() + statement.text().offsetByCodePoints(0, position - 1) : -1;
        boolean canceled = failure instanceof OperationCancelledException || PostgresFailureExplainer.isCanceled(failure);
        return new ScriptFailure(notices, offset, canceled);
    }
}
