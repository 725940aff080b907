package dev.switchboard.postgres.connection;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Caches the connection URL, which is requested once for all callers. One thread requests it while the others wait; {@link #forget} and
 * {@link #close} do not wait, even while a user is being prompted.
 */
public final class DatabaseUrlCache {
    private static final Messages TEXT = Messages.of(DatabaseUrlCache.class);
    private final Supplier<PostgresUrl> source;
    private @Nullable PostgresUrl url;
    private boolean asking;
    private boolean closed;

    /**
     * @param source supplies the URL; may block while a user is prompted for a password
     */
    public DatabaseUrlCache(Supplier<PostgresUrl> source) {
        this.source = source;
    }

    /**
     * Returns the URL, and requests it if it is unknown.
     *
     * @throws OperationCancelledException if the caller is interrupted while waiting
     * @throws OperationFailedException if the cache is closed while waiting
     */
    public PostgresUrl get() {
        PostgresUrl known = knownOrNull();
        if (known != null) {
            return known;
        }
        // Outside the monitor, which the other threads need meanwhile.
        try {
            return keep(source.get());
        } finally {
            asked();
        }
    }

    /** Discards the URL, so that the next caller requests it again. */
    public synchronized void forget() {
        url = null;
    }

    /** Discards the URL if it is still the given one. */
    public synchronized void forget(PostgresUrl wrong) {
        if (url == wrong) {
            url = null;
        }
    }

    /** Returns whether a URL is the one that callers get now. */
    public synchronized boolean isCurrent(PostgresUrl other) {
        return url == other;
    }

    /** Sets a URL that is known from elsewhere; the result of a pending request does not replace it. */
    public synchronized void set(PostgresUrl known) {
        url = known;
        notifyAll();
    }

    /**
     * Stops all requests: no user is prompted any more, the result of a pending request is discarded, and waiting callers fail. A known URL
     * is kept, because operations in progress use it in error messages.
     */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Fails if the session was closed. */
    public synchronized void refuseIfClosed() {
        if (closed) {
            throw new OperationFailedException(TEXT.get("database.closed"), TEXT.get("database.closed.remedy"));
        }
    }

    /** Returns null if the caller has to request the URL. */
    private synchronized @Nullable PostgresUrl knownOrNull() {
        while (url == null && asking && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCancelledException(TEXT.get("cancelled"), null, e);
            }
        }
        if (url == null) {
            refuseIfClosed();
            asking = true;
        }
        return url;
    }

    private synchronized PostgresUrl keep(PostgresUrl answer) {
        refuseIfClosed();
        if (Thread.currentThread().isInterrupted()) {
            // An interrupted prompt returns no password, which must not be used by the other callers.
            throw new OperationCancelledException(TEXT.get("cancelled"), null);
        }
        PostgresUrl known = url == null ? answer : url;
        url = known;
        return known;
    }

    private synchronized void asked() {
        asking = false;
        notifyAll();
    }
}
