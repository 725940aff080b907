package dev.switchboard.postgres.sql;

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

/** Statements inside one transaction of {@link Database#inTransaction}. Not to be kept beyond it. */
public final class Transaction {
    private static final Messages TEXT = Messages.of(Transaction.class);
    private final Database database;
    private final Connection connection;
    private final TransactionRunner<?> unit;
    private final PostgresUrl at;

    /** @param at where the connection leads; the database may by now be asked for anew */
    Transaction(Database database, Connection connection, TransactionRunner<?> unit, PostgresUrl at) {
        this.database = database;
        this.connection = connection;
        this.unit = unit;
        this.at = at;
    }

    /** What a statement does with the driver. */
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

    /** Runs a statement that changes rows; returns how many it changed. */
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

    /** Runs a statement as it stands, without parameters: an operator's own, or one of a schema file. */
    public SqlResult execute(String operation, String text, int mostRows) {
        return run(operation, text, this::patientStatement, statement -> {
            statement.setMaxRows(mostRows + 1);
            if (!statement.execute(text)) {
                return new SqlResult(text, List.of(), List.of(), false, Math.max(0, statement.getLargeUpdateCount()));
            }
            try (ResultSet rows = statement.getResultSet()) {
                RowReader reader = new RowReader(rows);
                List<Row> read = reader.atMost(mostRows);
                return new SqlResult(text, reader.columns(), read, rows.next(), read.size());
            }
        });
    }

    /** What an operator asks may take hours; a server that is gone meanwhile is noticed by {@link KeepAliveSocketFactory}. */
    private Statement patientStatement() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection.createStatement();
    }

    /** Lets the server write the rows of a {@code COPY … TO STDOUT} to a stream; returns how many. */
    public long copyOut(String sql, OutputStream out) throws IOException {
        return copying("COPY", sql, copies -> copies.copyOut(sql, new Stoppable(out)));
    }

    /** Gives the server rows for a {@code COPY … FROM STDIN}; returns how many it took. */
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

    /** What is copied by the driver's own interface. */
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

    /** Passes on what the server sends until the work is cancelled. */
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

    /** Whether the server keeps this transaction from writing. */
    public boolean isReadOnly() {
        try {
            return connection.isReadOnly();
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

    /** Makes a statement. */
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
