package dev.switchboard.postgres.connection;

import java.sql.SQLException;

/** Thrown when the connection breaks during a commit, so that it is unknown whether the transaction was committed. */
public final class CommitUnknownException extends SQLException {
    private static final long serialVersionUID = 1L;

    public CommitUnknownException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause);
    }
}
