package dev.switchboard.postgres.connection;

import java.sql.SQLException;

/** The connection broke while a transaction was committed, so that nobody knows whether it holds. */
public final class CommitUnknownException extends SQLException {
    private static final long serialVersionUID = 1L;

    public CommitUnknownException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause);
    }
}
