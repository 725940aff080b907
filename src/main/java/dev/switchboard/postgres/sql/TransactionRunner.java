package dev.switchboard.postgres.sql;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.postgres.connection.CommitUnknownException;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.text.Messages;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one transaction. Calls of the driver cannot be interrupted, and interrupting a virtual thread would break its connection in
 * the middle of a response. The work therefore runs on a separate thread, and an interrupted caller cancels the statement.
 */
final class TransactionRunner<T extends @Nullable Object> {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionRunner.class);
    private static final Messages TEXT = Messages.of(TransactionRunner.class);
    private static final long CANCEL_AGAIN_MILLIS = 200;
    private static final int CANCELS_BEFORE_LEAVING = 2;
    private static final long ABORT_AFTER_NANOS = TimeUnit.SECONDS.toNanos(3);
    private final Database database;
    private final Function<Transaction, T> work;
    private final @Nullable WritePermit permit;
    private final boolean isolated;
    private volatile boolean cancelled;
    private volatile @Nullable Statement running;
    private volatile @Nullable Connection connection;
    private volatile @Nullable Thread worker;

    /**
     * @param permit what it writes under; null where it only reads, which the server then enforces
     * @param isolated whether it runs statements of an operator: on a connection of its own, so that settings, temporary tables and locks of
     *     a session end with it, and rolled back at the end where it has no permit
     */
    TransactionRunner(Database database, Function<Transaction, T> work, @Nullable WritePermit permit, boolean isolated) {
        this.database = database;
        this.work = work;
        this.permit = permit;
        this.isolated = isolated;
    }

    T run() {
        FutureTask<T> task = new FutureTask<>(this::onWorker);
        worker = Thread.ofVirtual().name("postgres").start(task);
        int cancels = 0;
        long firstCancel = 0;
        try {
            while (true) {
                try {
                    return cancels == 0 ? task.get() : task.get(CANCEL_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException | TimeoutException e) {
                    // Repeated, because a cancel request between two statements has no effect.
                    // Limited by time, because each cancel request to a dead server takes a full timeout.
                    firstCancel = cancels == 0 ? System.nanoTime() : firstCancel;
                    cancels++;
                    cancel(System.nanoTime() - firstCancel > ABORT_AFTER_NANOS);
                    if (connection == null && cancels > CANCELS_BEFORE_LEAVING && !task.isDone()) {
                        // The engine is starting, or the host does not respond: the worker ends by itself without doing anything.
                        throw new OperationCancelledException(TEXT.get("cancelled"), null);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw thrown(e.getCause() == null ? e : e.getCause());
        } finally {
            if (cancels > 0) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RuntimeException thrown(Throwable cause) {
        if (cancelled && cause instanceof OperationFailedException open && open.getCause() instanceof CommitUnknownException unknown) {
            // It is unknown whether the commit reached the server, so a cancellation must not be reported as rolled back.
            return new OperationCancelledException(open.sentence(), open.remedy(), unknown);
        }
        if (cancelled && !(cause instanceof OperationCancelledException)) {
            return new OperationCancelledException(TEXT.get("cancelled"), null, cause);
        }
        return switch (cause) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }

    private T onWorker() {
        PostgresUrl at = database.url();
        boolean readOnly = permit == null || !permit.allows(database.permits());
        Connection taken = isolated ? database.separateConnection(at) : database.connection(at);
        connection = taken;
        try {
            try {
                return run(taken, at, readOnly);
            } finally {
                connection = null;
                release(taken, readOnly);
            }
        } catch (SQLException e) {
            throw PostgresFailureExplainer.failure(e, at);
        }
    }

    private T run(Connection taken, PostgresUrl at, boolean readOnly) throws SQLException {
        stopIfCancelled();
        taken.setNetworkTimeout(Runnable::run, (int) database.patience().statement().toMillis());
        taken.setAutoCommit(false);
        taken.setReadOnly(readOnly);
        T result = inside(taken, at);
        if (readOnly) {
            // Not committed, because a view of the database can call functions that change settings or create temporary tables.
            taken.rollback();
        } else {
            commit(taken, at);
        }
        return result;
    }

    /** A trigger of the database can leave settings, locks and temporary tables in a session that wrote. */
    private void release(Connection taken, boolean readOnly) {
        try {
            if (readOnly || isolated) {
                taken.close();
            } else {
                database.discard(taken);
            }
        } catch (SQLException e) {
            // What came of the work is known without it.
            LOG.debug("A connection could not be closed", e);
        }
    }

    private T inside(Connection taken, PostgresUrl at) throws SQLException {
        try {
            T result = work.apply(new Transaction(database, taken, this, at));
            stopIfCancelled();
            return result;
        } catch (RuntimeException | Error e) {
            try {
                taken.rollback();
            } catch (SQLException rollback) {
                e.addSuppressed(rollback);
            }
            throw e;
        }
    }

    private void commit(Connection taken, PostgresUrl at) throws SQLException {
        try {
            taken.commit();
        } catch (SQLException e) {
            Failure failure = PostgresFailureExplainer.failure(e, at);
            if (PostgresFailureExplainer.isConnectionLost(e)) {
                throw new OperationFailedException(
                        TEXT.get("commit.unknown", failure.sentence()), TEXT.get("commit.unknown.remedy"), new CommitUnknownException(e));
            }
            throw failure;
        }
    }

    /** Sets the statement that a cancellation stops; null after it. */
    void running(@Nullable Statement statement) {
        running = statement;
        if (statement != null) {
            stopIfCancelled();
        }
    }

    void stopIfCancelled() {
        if (cancelled) {
            throw new OperationCancelledException(TEXT.get("cancelled"), null);
        }
    }

    private void cancel(boolean abort) {
        cancelled = true;
        @Nullable Connection open = connection;
        @Nullable Statement statement = running;
        @Nullable Thread waiting = worker;
        try {
            if (open == null) {
                // Still waiting for a connection.
                if (waiting != null) {
                    waiting.interrupt();
                }
            } else if (abort) {
                open.abort(Runnable::run);
            } else if (statement != null) {
                statement.cancel();
            }
        } catch (SQLException e) {
            LOG.debug("A cancel request did not reach the server", e);
        }
    }
}
