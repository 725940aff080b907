package dev.switchboard.postgres.connection;

import dev.switchboard.failure.Explainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.NetworkErrorKind;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.MissingResourceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Explains errors of PostgreSQL and of the connection to it: a sentence for each SQLSTATE that an operator can encounter. */
public final class PostgresFailureExplainer implements Explainer {
    private static final Messages TEXT = Messages.of(PostgresFailureExplainer.class);

    @Override
    public @Nullable Explanation explain(Throwable thrown) {
        return thrown instanceof SQLException sql ? explanation(sql, "PostgreSQL") : null;
    }

    /** Returns the failure of a database operation, with its explanation. */
    public static Failure failure(SQLException thrown, PostgresUrl url) {
        Explanation explanation = explanation(thrown, url.target());
        @Nullable String note = isLoginRefused(thrown) ? url.passwordNote() : null;
        String sentence = note == null ? explanation.sentence() : explanation.sentence() + " " + note;
        return new OperationFailedException(sentence, explanation.remedy(), thrown);
    }

    /** Returns whether the server rejected a statement because the transaction is read-only. */
    public static boolean isReadOnly(SQLException thrown) {
        return "25006".equals(thrown.getSQLState());
    }

    /** Returns whether a failure of {@link #failure} means that the database does not exist. */
    public static boolean isNoDatabase(Failure failure) {
        return failure.getCause() instanceof SQLException sql && "3D000".equals(sql.getSQLState());
    }

    /** Returns whether a failure means that a statement names a column that does not exist. */
    public static boolean isNoColumn(Failure failure) {
        return failure.getCause() instanceof SQLException sql && "42703".equals(sql.getSQLState());
    }

    /** Returns whether a failure means that the database exists but accepts no connections, or is not ready for another reason. */
    public static boolean isNotReady(Failure failure) {
        return failure.getCause() instanceof SQLException sql && "55000".equals(sql.getSQLState());
    }

    /** Returns whether a failure of CREATE DATABASE means that it exists; two at once get the error of the catalog's index. */
    public static boolean isDuplicateDatabase(Failure failure) {
        return failure.getCause() instanceof SQLException sql
                && ("42P04".equals(sql.getSQLState()) || "23505".equals(sql.getSQLState()));
    }

    /** Returns whether the server canceled a statement, because it was asked to or for its statement_timeout. */
    public static boolean isCanceled(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && "57014".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Returns where in its statement an error is, in characters from 1; 0 if the server did not say so. */
    public static int position(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            @Nullable ServerErrorMessage server = t instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
            if (server != null) {
                return server.getPosition();
            }
        }
        return 0;
    }

    /** Returns whether a failure means that the connection broke during a commit. */
    public static boolean isCommitUnknown(Failure failure) {
        return failure.getCause() instanceof CommitUnknownException;
    }

    /** Returns whether a failure means that the server read a statement and does not accept it: its syntax, its names, or a feature. */
    public static boolean isRejectedStatement(Failure failure) {
        return failure.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("42") || sql.getSQLState().startsWith("0A"));
    }

    /** Returns whether the server rejected the login, so that another password may help. */
    public static boolean isLoginRefused(SQLException thrown) {
        return Objects.requireNonNullElse(thrown.getSQLState(), "").startsWith("28")
                || "connection.no-password".equals(connectionProblem(thrown));
    }

    /** Returns whether the connection broke, so that the outcome of the operation in progress is unknown. */
    public static boolean isConnectionLost(SQLException thrown) {
        String state = Objects.requireNonNullElse(thrown.getSQLState(), "");
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static Explanation explanation(SQLException thrown, String target) {
        String message = message(thrown);
        String key = key(thrown);
        String code = Objects.requireNonNullElse(thrown.getSQLState(), "-");
        String name = quotedName(message);
        return new Explanation(
                TEXT.get(key, message, target, code, name), TEXT.get(key + ".remedy", message, target, code, name), code + ": " + message,
                true);
    }

    /** Returns the first name in double quotes in a message, or the message if there is none. */
    private static String quotedName(String message) {
        int start = message.indexOf('"') + 1;
        int end = message.indexOf('"', start);
        return start > 0 && end > start ? message.substring(start, end) : message;
    }

    /** Returns the message of the server without its severity, with its detail if there is one. */
    static String message(SQLException thrown) {
        @Nullable ServerErrorMessage server = thrown instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
        if (server == null || server.getMessage() == null) {
            return String.valueOf(thrown.getMessage());
        }
        @Nullable String detail = server.getDetail();
        return detail == null ? server.getMessage() : server.getMessage() + " (" + detail + ")";
    }

    /** Returns the message key: by the connection problem, by the SQLSTATE, or by its class. */
    static String key(SQLException thrown) {
        @Nullable String problem = connectionProblem(thrown);
        if (problem != null) {
            return problem;
        }
        String state = Objects.requireNonNullElse(thrown.getSQLState(), "");
        for (String key : new String[] {"sql." + state, "sql.class." + (state.length() < 2 ? "-" : state.substring(0, 2))}) {
            if (has(key)) {
                return key;
            }
        }
        return "sql.other";
    }

    private static boolean has(String key) {
        try {
            TEXT.get(key);
            return true;
        } catch (MissingResourceException e) {
            return false;
        }
    }

    private static @Nullable String connectionProblem(SQLException thrown) {
        @Nullable NetworkErrorKind networkError = NetworkErrorKind.of(thrown);
        if (networkError != null) {
            return "connection." + networkError.key();
        }
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof SQLTransientConnectionException && message.contains("request timed out")) {
            return "connection.busy";
        }
        if (message.contains("no password was provided") || message.contains("password is an empty string")) {
            return "connection.no-password";
        }
        if (message.contains("PAM authentication failed")) {
            return "connection.token";
        }
        if (message.contains("not currently accepting connections")) {
            return "connection.closed-database";
        }
        if (message.contains("SSL root certificate")) {
            return "connection.no-root";
        }
        if (message.contains("pg_hba.conf") && message.contains("no encryption")) {
            return "connection.tls-required";
        }
        return message.contains("does not support SSL") ? "connection.no-tls" : null;
    }
}
