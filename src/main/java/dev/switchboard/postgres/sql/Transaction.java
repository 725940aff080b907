package dev.switchboard.postgres.sql;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.postgres.connection.KeepAliveSocketFactory;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.text.Messages;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Runs statements in a transaction of {@link Database#inTransaction}. Must not be used after it. */
public final class Transaction {
    private static final Messages TEXT = Messages.of(Transaction.class);
    private final Database database;
    private final Connection connection;
    private final TransactionRunner<?> unit;
    private final PostgresUrl at;
    private SqlNotices notices = SqlNotices.NONE;

    /** @param at the URL of the connection, which the database may have replaced since */
    Transaction(Database database, Connection connection, TransactionRunner<?> unit, PostgresUrl at) {
        this.database = database;
        this.connection = connection;
        this.unit = unit;
        this.at = at;
    }

    /** A call of the driver with a statement. */
    private interface Call<S extends Statement, T> {
        T on(S statement) throws SQLException;
    }

    /** The rows that a statement returns, in its order. */
    public List<Row> query(Sql sql, Map<String, ? extends @Nullable Object> parameters) {
        return prepared(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return new RowReader(rows).all();
            }
        });
    }

    /** Runs a statement that changes rows; returns the number of changed rows. */
    public long update(Sql sql, Map<String, ? extends @Nullable Object> parameters) {
        try {
            return prepared(sql, parameters, PreparedStatement::executeLargeUpdate);
        } catch (OperationFailedException e) {
            if (e.getCause() instanceof SQLException thrown && PostgresFailureExplainer.isConnectionLost(thrown)) {
                throw new OperationFailedException(TEXT.get("update.lost", e.sentence()), e.remedy(), thrown);
            }
            throw e;
        }
    }

    /**
     * Runs a statement without parameters: one of an operator, or of a schema file. It is sent as it is, and the server refuses a text that
     * it reads as several statements.
     *
     * @throws InvalidInputException if the driver would send it as several statements, because the server reads strings in another way than
     *     the script was split
     */
    public SqlResult execute(String operation, String text, int mostRows) {
        return run(operation, text, this::patientStatement, statement -> {
            if (SqlScript.count(text, connection.unwrap(BaseConnection.class).getStandardConformingStrings()) != 1) {
                throw new InvalidInputException("sql_several", TEXT.get("execute.several", text), TEXT.get("execute.several.remedy"));
            }
            statement.setEscapeProcessing(false);
            statement.setMaxRows(mostRows + 1);
            boolean hasRows = executed(statement, text);
            if (!hasRows) {
                return SqlResult.changed(text, Math.max(0, statement.getLargeUpdateCount()), notices);
            }
            try (ResultSet rows = statement.getResultSet()) {
                RowReader reader = new RowReader(rows);
                List<Row> read = reader.atMost(mostRows);
                return new SqlResult(text, true, reader.columns(), read, rows.next(), read.size(), notices);
            }
        });
    }

    private boolean executed(Statement statement, String text) throws SQLException {
        notices = SqlNotices.NONE;
        try (NoticeReader reader = new NoticeReader(statement, text)) {
            try {
                return statement.execute(text);
            } finally {
                notices = reader.read();
            }
        }
    }

    /** Returns the notices of the last statement of {@link #execute}, also if it failed. */
    public SqlNotices lastNotices() {
        return notices;
    }

    /** A statement of an operator can take hours. {@link KeepAliveSocketFactory} detects a server that disappears meanwhile. */
    private Statement patientStatement() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection.createStatement();
    }

    /** Writes the rows of {@code COPY … TO STDOUT} to a stream; returns their number. */
    public long copyOut(String sql, OutputStream out) throws IOException {
        return copying("COPY", sql, copies -> copies.copyOut(sql, new Stoppable(out)));
    }

    /** Sends rows for {@code COPY … FROM STDIN}; returns the number of inserted rows. */
    public long copyIn(String sql, CopyRowSource rows) {
        try {
            return copying("COPY", sql, copies -> {
                CopyIn copy = copies.copyIn(sql);
                try {
                    for (byte[] row = rows.next(); row != null; row = rows.next()) {
                        unit.stopIfCancelled();
                        copy.writeToCopy(row, 0, row.length);
                    }
                    return copy.endCopy();
                } finally {
                    if (copy.isActive()) {
                        copy.cancelCopy();
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An operation of the copy interface of the driver. */
    private interface Copying {
        long with(CopyManager copies) throws SQLException, IOException;
    }

    private long copying(String operation, String shown, Copying work) throws IOException {
        long started = System.nanoTime();
        try {
            connection.setNetworkTimeout(Runnable::run, 0);
            unit.stopIfCancelled();
            long rows = work.with(connection.unwrap(PGConnection.class).getCopyAPI());
            database.log().record(at, operation, shown, started, null);
            return rows;
        } catch (SQLException e) {
            database.log().record(at, operation, shown, started, e);
            throw PostgresFailureExplainer.failure(e, at);
        }
    }

    /** Forwards the data of the server until the work is canceled. */
    private final class Stoppable extends FilterOutputStream {
        Stoppable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            unit.stopIfCancelled();
            out.write(bytes, from, length);
        }
    }

    /**
     * Ends work that is done between statements, such as by another program.
     *
     * @throws dev.switchboard.failure.OperationCancelledException if the caller of the transaction was interrupted
     */
    public void stopIfCancelled() {
        unit.stopIfCancelled();
    }

    /** Returns the process ID of its session on the server, without sending anything. */
    public int backendPid() {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw PostgresFailureExplainer.failure(e, at);
        }
    }

    private <T> T prepared(Sql sql, Map<String, ? extends @Nullable Object> parameters, Call<PreparedStatement, T> call) {
        NamedParameters named = NamedParameters.parse(sql.text());
        String shown = named.filled(name -> SqlLiteral.of(parameters.get(name)));
        return run(sql.name(), shown, () -> connection.prepareStatement(named.jdbc()), statement -> {
            ParameterBinder.bind(connection, statement, named.names(), parameters);
            return call.on(statement);
        });
    }

    /** Creates a statement. */
    private interface Maker<S extends Statement> {
        S make() throws SQLException;
    }

    private <S extends Statement, T> T run(String operation, String shown, Maker<S> maker, Call<S, T> call) {
        long started = System.nanoTime();
        try (S statement = maker.make()) {
            unit.running(statement);
            T result = call.on(statement);
            unit.running(null);
            database.log().record(at, operation, shown, started, null);
            return result;
        } catch (SQLException e) {
            unit.running(null);
            database.log().record(at, operation, shown, started, e);
            if (PostgresFailureExplainer.isReadOnly(e)) {
                database.permits().checkUnlocked(operation);
            }
            throw PostgresFailureExplainer.failure(e, at);
        }
    }
}
