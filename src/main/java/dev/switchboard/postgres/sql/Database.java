package dev.switchboard.postgres.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.switchboard.activity.ActivityLog;
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
import dev.switchboard.postgres.connection.StatementLog;
import dev.switchboard.settings.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door to the users' database. The pool is built at the first use. Each call is a transaction of its own, which the server
 * keeps read only unless its change is in the journal and the write lock is open; an interrupt of the calling thread ends the statement under way on the
 * server too. Every statement is recorded. What goes wrong is thrown as a {@link dev.switchboard.failure.Failure}.
 */
public final class Database implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private final DatabaseUrlCache url;
    private final WritePermits permits;
    private final StatementLog log;
    private final Timeouts patience;
    private @Nullable HikariDataSource pool;

    /**
     * @param url where the database is, asked at the first use and again after a refused log-in or {@link #reconnect}; it may
     *     start an engine or ask for a password
     * @param permits decides whether something may be written
     */
    public Database(Supplier<PostgresUrl> url, WritePermits permits, ActivityLog activity) {
        this(url, permits, activity, Timeouts.USUAL);
    }

    /** As the other one, for those who wait longer or less long than usual. */
    public Database(Supplier<PostgresUrl> url, WritePermits permits, ActivityLog activity, Timeouts patience) {
        this.patience = patience;
        this.url = new DatabaseUrlCache(url);
        this.permits = permits;
        this.log = new StatementLog(activity);
    }

    /**
     * Where the database is. Blocks where the supplier of the URL does, which is asked once for all who wait.
     *
     * @throws dev.switchboard.failure.OperationCancelledException where the caller is interrupted before the answer
     * @throws dev.switchboard.failure.OperationFailedException where this is closed before the answer
     */
    public PostgresUrl url() {
        return url.get();
    }

    /** The rows that a statement returns, in its order. */
    public List<Row> query(Sql sql, Map<String, ? extends @Nullable Object> parameters) {
        return inTransaction(transaction -> transaction.query(sql, parameters));
    }

    /**
     * Reads with several statements as one. The work runs on a thread of its own while the caller waits; the server refuses
     * whatever in it writes.
     *
     * @throws dev.switchboard.failure.OperationCancelledException where the caller is interrupted before the end
     */
    public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
        return new TransactionRunner<>(this, work, null).run();
    }

    /**
     * Writes with several statements as one change: all of them hold, or none does. Whatever the work throws undoes everything.
     *
     * @param intent goes into the journal before anything else, and the rows with it
     * @param rows the rows that will be changed, as they are and as they will be; none for what cannot be undone
     * @param did what was done, for the journal
     * @throws dev.switchboard.failure.OperationRefusedException where the environment is locked
     * @throws dev.switchboard.failure.OperationCancelledException where the caller is interrupted before the end; nothing is left behind then
     */
    public <T> T changing(Intent intent, List<Change> rows, Function<Transaction, T> work, Function<T, String> did) {
        return changing(intent, rows, work, did, id -> {});
    }

    /** Likewise, telling the change's id as soon as it has one. */
    public <T> T changing(
            Intent intent, List<Change> rows, Function<Transaction, T> work, Function<T, String> did, Consumer<String> begun) {
        try (WriteAuthorization authorization = permits.authorize(intent.operation(), intent.what())) {
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
        WritePermit change = begin(authorization, intent);
        try {
            begun.accept(change.id());
            if (!rows.isEmpty()) {
                change.rows(rows);
            }
            T result = new TransactionRunner<>(this, work, change).run();
            change.done(did.apply(result));
            return result;
        } catch (RuntimeException e) {
            DatabaseChangeOutcomes.note(change, e);
            throw e;
        }
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

    /** Closes all connections; the next use asks for the URL and connects anew. */
    public synchronized void reconnect() {
        closePool();
        url.forget();
    }

    /** Closes all connections; the next use connects anew to a URL that is known already. */
    public synchronized void reconnect(PostgresUrl known) {
        closePool();
        url.set(known);
    }

    /** Closes all connections, for good, and does not wait for a person who is being asked for the password. */
    @Override
    public void close() {
        // Before the monitor, which a connection that is being made holds.
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
     * A connection of the pool; whoever takes it closes it. A log-in that is refused is told at once; the next use asks for the
     * URL again, and with it perhaps for the password.
     */
    Connection connection(PostgresUrl to) {
        long started = System.nanoTime();
        try {
            return pool(to).getConnection();
        } catch (PoolInitializationException | SQLException e) {
            SQLException refused = refusal(e);
            log.record(to, "connect", "SELECT 1", started, refused);
            if (PostgresFailureExplainer.isLoginRefused(refused)) {
                url.forget(to);
            }
            throw PostgresFailureExplainer.failure(refused, to);
        }
    }

    /** What the driver threw inside what the pool did. Other than that only the password's source throws, in words of its own. */
    private static SQLException refusal(Exception thrown) {
        return switch (thrown.getCause()) {
            case SQLException sql -> sql;
            case RuntimeException source -> throw source;
            case null, default -> thrown instanceof SQLException sql ? sql : new SQLException(thrown.getMessage(), "08001", thrown);
        };
    }

    private synchronized HikariDataSource pool(PostgresUrl to) {
        url.refuseIfClosed();
        HikariDataSource present = pool;
        if (present == null) {
            present = new HikariDataSource(configuration(to));
            pool = present;
        }
        return present;
    }

    private static HikariConfig configuration(PostgresUrl to) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres");
        config.setDataSource(new PerConnectionDataSource(to));
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.setInitializationFailTimeout(1);
        return config;
    }
}
