package dev.switchboard.postgres.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.postgres.connection.DatabaseUrlCache;
import dev.switchboard.postgres.connection.PerConnectionDataSource;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.connection.RenewableDataSource;
import dev.switchboard.postgres.connection.StatementLog;
import dev.switchboard.settings.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The users' database, with a connection pool that is created at the first use. Each call is a separate transaction, which the server
 * keeps read-only unless its change is in the journal and the write lock is open. An interrupt of the calling thread cancels the statement on the
 * server too. Every statement is recorded in the activity log. Errors are thrown as a {@link dev.switchboard.failure.Failure}.
 */
public final class Database implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration ONE_WAIT = Duration.ofMillis(250);
    private final DatabaseUrlCache url;
    private final WritePermits permits;
    private final StatementLog log;
    private final Timeouts patience;
    private @Nullable HikariDataSource pool;
    private @Nullable RenewableDataSource source;

    /**
     * @param url supplies the connection URL at the first use, and again after a rejected login or {@link #reconnect}; it may
     *     start an engine or ask for a password
     * @param permits decides whether something may be written
     */
    public Database(Supplier<PostgresUrl> url, WritePermits permits, ActivityLog activity) {
        this(url, permits, activity, Timeouts.USUAL);
    }

    /** Creates a database with other timeouts than the default. */
    public Database(Supplier<PostgresUrl> url, WritePermits permits, ActivityLog activity, Timeouts patience) {
        this.patience = patience;
        this.url = new DatabaseUrlCache(url);
        this.permits = permits;
        this.log = new StatementLog(activity);
    }

    /**
     * Returns the connection URL. Blocks while the supplier does, which is called once for all waiting threads.
     *
     * @throws dev.switchboard.failure.OperationCancelledException if the caller is interrupted while waiting
     * @throws dev.switchboard.failure.OperationFailedException if the database is closed while waiting
     */
    public PostgresUrl url() {
        return url.get();
    }

    /** Runs a query and returns its rows. */
    public List<Row> query(Sql sql, Map<String, ? extends @Nullable Object> parameters) {
        return inTransaction(transaction -> transaction.query(sql, parameters));
    }

    /**
     * Runs several statements in one read-only transaction, on a separate thread while the caller waits. The server rejects
     * statements that write.
     *
     * @throws dev.switchboard.failure.OperationCancelledException if the caller is interrupted before the end
     */
    public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
        return new TransactionRunner<>(this, work, null, false).run();
    }

    /**
     * Runs statements of an operator in one read-only transaction, on a connection of its own, and rolls it back at the end. What the statements
     * may be is for the caller to decide: the server lets some of them write in a read-only transaction too.
     *
     * @throws dev.switchboard.failure.OperationCancelledException if the caller is interrupted before the end
     */
    public <T> T inIsolatedTransaction(Function<Transaction, T> work) {
        return new TransactionRunner<>(this, work, null, true).run();
    }

    /** Runs statements of an operator as one change in a transaction like {@link #changing}, on a connection of its own. */
    public <T> T changingIsolated(Intent intent, Function<Transaction, T> work, Function<T, String> did) {
        try (WriteAuthorization authorization = permits.authorize(Backend.POSTGRESQL, intent.operation(), intent.what())) {
            return change(authorization, intent, List.of(), permit -> new TransactionRunner<>(this, work, permit, true), did, id -> {});
        }
    }

    /**
     * Runs several statements as one change in a transaction. Any exception rolls it back.
     *
     * @param intent recorded in the journal first, with the rows
     * @param rows the rows to be changed, before and after; none for a change that cannot be undone
     * @param did describes the result for the journal
     * @throws dev.switchboard.failure.OperationRefusedException where the environment is locked
     * @throws dev.switchboard.failure.OperationCancelledException if the caller is interrupted before the end; the transaction was rolled back
     */
    public <T> T changing(Intent intent, List<Change> rows, Function<Transaction, T> work, Function<T, String> did) {
        return changing(intent, rows, work, did, id -> {});
    }

    /** Does the same, and reports the ID of the change as soon as it is known. */
    public <T> T changing(
            Intent intent, List<Change> rows, Function<Transaction, T> work, Function<T, String> did, Consumer<String> begun) {
        try (WriteAuthorization authorization = permits.authorize(Backend.POSTGRESQL, intent.operation(), intent.what())) {
            return changing(authorization, intent, rows, work, did, begun);
        }
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public <T> T changing(
            WriteAuthorization authorization,
            Intent intent,
            List<Change> rows,
            Function<Transaction, T> work,
            Function<T, String> did,
            Consumer<String> begun) {
        return change(authorization, intent, rows, permit -> new TransactionRunner<>(this, work, permit, false), did, begun);
    }

    private <T> T change(
            WriteAuthorization authorization,
            Intent intent,
            List<Change> rows,
            Function<WritePermit, TransactionRunner<T>> runner,
            Function<T, String> did,
            Consumer<String> begun) {
        WritePermit change = begin(authorization, intent);
        try {
            begun.accept(change.id());
            if (!rows.isEmpty()) {
                change.rows(rows);
            }
            T result = runner.apply(change).run();
            change.done(did.apply(result));
            return result;
        } catch (RuntimeException e) {
            DatabaseChangeOutcomes.note(change, e);
            throw e;
        }
    }

    /** Runs several statements in one transaction, as a part of a change that the caller began and ends. */
    public <T> T partOf(WritePermit change, Function<Transaction, T> work) {
        return new TransactionRunner<>(this, work, change, false).run();
    }

    /** Notes one change that was authorized before; the caller ends it. */
    public WritePermit begin(WriteAuthorization authorization, Intent intent) {
        PostgresUrl to = url();
        return authorization.begin(intent, ChangeTarget.database(to.target()), to.user());
    }

    /** What decides whether something may be written in this session. */
    public WritePermits permits() {
        return permits;
    }

    /** What was changed in this environment. */
    public Journal journal() {
        return permits.journal();
    }

    /** Closes all connections; the next use requests the URL and connects again. */
    public synchronized void reconnect() {
        closePool();
        url.forget();
    }

    /** Closes all connections; the next use connects to the given URL. */
    public synchronized void reconnect(PostgresUrl known) {
        closePool();
        url.set(known);
    }

    /** Closes all connections permanently, without waiting for a password prompt. */
    @Override
    public void close() {
        // Called outside the monitor, which is held while a connection is opened.
        url.close();
        closePool();
    }

    private synchronized void closePool() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    public Timeouts patience() {
        return patience;
    }

    public StatementLog log() {
        return log;
    }

    /**
     * Returns a connection of the pool, which the caller closes. A rejected login fails immediately; the next use requests the
     * URL again, which may prompt for the password.
     */
    Connection connection(PostgresUrl to) {
        return connect(to, () -> pooled(to));
    }

    /** The pool reports the failure of the server only when it gives up waiting, so it waits in short turns. */
    private Connection pooled(PostgresUrl to) throws SQLException {
        long started = System.nanoTime();
        while (true) {
            try {
                return pool(to).getConnection();
            } catch (SQLTransientConnectionException e) {
                throwFailureSince(started);
                if (System.nanoTime() - started > LONGEST_WAIT.toNanos()) {
                    // Without its cause, which can be a failure of long ago.
                    throw new SQLTransientConnectionException(e.getMessage(), e.getSQLState());
                }
            }
        }
    }

    private void throwFailureSince(long nanos) throws SQLException {
        @Nullable RenewableDataSource from = currentSource();
        if (from != null) {
            from.throwFailureSince(nanos);
        }
    }

    private synchronized @Nullable RenewableDataSource currentSource() {
        return source;
    }

    /** Ends a connection of the pool instead of returning it, so that no other user gets its session. */
    void discard(Connection connection) throws SQLException {
        @Nullable HikariDataSource present = currentPool();
        if (present == null) {
            connection.close();
        } else {
            present.evictConnection(connection);
        }
    }

    private synchronized @Nullable HikariDataSource currentPool() {
        return pool;
    }

    /** Returns a connection outside the pool, which ends when the caller closes it. */
    Connection separateConnection(PostgresUrl to) {
        url.refuseIfClosed();
        return connect(to, () -> new PerConnectionDataSource(to).getConnection());
    }

    /** A way to get a connection. */
    private interface Connector {
        Connection get() throws SQLException;
    }

    private Connection connect(PostgresUrl to, Connector connector) {
        long started = System.nanoTime();
        try {
            return connector.get();
        } catch (SQLException e) {
            log.record(to, "connect", "SELECT 1", started, e);
            if (PostgresFailureExplainer.isLoginRefused(e)) {
                url.forget(to);
            }
            throw PostgresFailureExplainer.failure(e, to);
        }
    }

    private synchronized HikariDataSource pool(PostgresUrl to) {
        url.refuseIfClosed();
        HikariDataSource present = pool;
        RenewableDataSource from = source;
        if (present == null || from == null) {
            from = new RenewableDataSource(to);
            present = new HikariDataSource(configuration(from));
            source = from;
            pool = present;
        } else if (url.isCurrent(to) && from.renew(to)) {
            // After a rejected login: the connections of the former one end when they are returned.
            present.getHikariPoolMXBean().softEvictConnections();
        }
        return present;
    }

    private static HikariConfig configuration(RenewableDataSource from) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres");
        config.setDataSource(from);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setConnectionTimeout(ONE_WAIT.toMillis());
        // Otherwise it would sleep for a second after a failure.
        config.setInitializationFailTimeout(-1);
        return config;
    }
}
