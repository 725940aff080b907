package dev.switchboard.postgres.connection;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, asked once for all who want to know. One thread asks while the others wait; nobody else waits, so that
 * forgetting and closing go on while a person is being asked.
 */
public final class DatabaseUrlCache {
    private static final Messages TEXT = Messages.of(DatabaseUrlCache.class);
    private final Supplier<PostgresUrl> source;
    private @Nullable PostgresUrl url;
    private boolean asking;
    private boolean closed;

    /**
     * @param source may take as long as a person who is asked for a password
     */
    public DatabaseUrlCache(Supplier<PostgresUrl> source) {
        this.source = source;
    }

    /**
     * The URL, asked for where it is not known.
     *
     * @throws OperationCancelledException where the caller is interrupted before the answer
     * @throws OperationFailedException where this is closed before the answer
     */
    public PostgresUrl get() {
        PostgresUrl known = knownOrMineToAsk();
        if (known != null) {
            return known;
        }
        // Outside the monitor, which the others need meanwhile.
        try {
            return keep(source.get());
        } finally {
            asked();
        }
    }

    /** The next who wants to know asks again. */
    public synchronized void forget() {
        url = null;
    }

    /** The same, unless another is known by now than the one that turned out wrong. */
    public synchronized void forget(PostgresUrl wrong) {
        if (url == wrong) {
            url = null;
        }
    }

    /** What is known from elsewhere; an answer that is still to come does not replace it. */
    public synchronized void set(PostgresUrl known) {
        url = known;
        notifyAll();
    }

    /**
     * Nobody is asked any more, an answer that is still to come is not used, and whoever waits for it fails. What is known
     * stays, because what is under way says where it failed.
     */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Fails where the session was closed. */
    public synchronized void refuseIfClosed() {
        if (closed) {
            throw new OperationFailedException(TEXT.get("database.closed"), TEXT.get("database.closed.remedy"));
        }
    }

    /** Null where the caller is the one to ask. */
    private synchronized @Nullable PostgresUrl knownOrMineToAsk() {
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
            // A prompt that is interrupted answers without a password, which is no answer for the others.
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
