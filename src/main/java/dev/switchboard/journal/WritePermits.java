package dev.switchboard.journal;

import dev.switchboard.activity.Backend;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Job;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides, once and in one place, whether something may be written: the environment is unlocked, the account and the endpoint are those
 * of the environment, the principal is known, and the journal holds the intent. What was permitted stays permitted until it ends, however
 * long it takes; the clients send no write without a permit of their own session. Safe for several threads.
 */
public final class WritePermits implements AutoCloseable {
    private static final Messages TEXT = Messages.of(WritePermits.class);
    private final WriteLock lock;
    private final Journal journal;
    private final Function<Backend, @Nullable String> principal;
    private final List<WriteAuthorization> open = new ArrayList<>();
    private volatile Consumer<ChangeTarget> targets = target -> {};
    private boolean closed;

    /**
     * Permits for an environment.
     *
     * @param principal tells the AWS principal that writes to a backend; null where there is none. Throws where there should be one and it is
     *     not known, or where the account or the endpoint is not that of the environment
     */
    public WritePermits(WriteLock lock, Journal journal, Function<Backend, @Nullable String> principal) {
        this.lock = lock;
        this.journal = journal;
        this.principal = principal;
    }

    /** Permits for an environment without AWS principals. */
    public WritePermits(WriteLock lock, Journal journal) {
        this(lock, journal, backend -> null);
    }

    /**
     * Allows a piece of work that writes in several steps, so that the time of the lock cannot run out between them.
     *
     * @param backend what is written to
     * @param operation its name, that of the command where there is one
     * @param what what it does, one sentence
     * @throws OperationRefusedException where the environment is locked or being closed, the principal is not known, or the account or
     *     the endpoint is another than that of the environment
     * @throws dev.switchboard.failure.OperationCancelledException where the job of this thread was stopped before
     */
    public WriteAuthorization authorize(Backend backend, String operation, String what) {
        lock.check(operation);
        @Nullable String by = principal.apply(backend);
        @Nullable Job<?> job = Job.current();
        if (job != null) {
            job.beginWriting();
        }
        synchronized (this) {
            if (closed) {
                throw new OperationRefusedException(TEXT.get("permit.closed", operation), null);
            }
            WriteAuthorization authorization = new WriteAuthorization(this, journal, what, by);
            open.add(authorization);
            return authorization;
        }
    }

    /**
     * Allows one change and notes its intent in the journal.
     *
     * @param backend what is written to
     * @param role the database role that writes; null for DynamoDB
     * @throws OperationRefusedException as {@link #authorize} does
     * @throws dev.switchboard.failure.OperationFailedException where the journal cannot be written; then nothing may be written
     */
    public WritePermit begin(Backend backend, Intent intent, ChangeTarget target, @Nullable String role) {
        try (WriteAuthorization authorization = authorize(backend, intent.operation(), intent.what())) {
            return authorization.begin(intent, target, role);
        }
    }

    /**
     * Sets what refuses a table or database that this environment must not write to, by throwing an {@link OperationRefusedException}. Asked
     * before each change is noted.
     */
    public void checkTargets(Consumer<ChangeTarget> check) {
        targets = check;
    }

    void check(ChangeTarget target) {
        targets.accept(target);
    }

    /** Whether a new permit would find the environment unlocked. */
    public boolean isUnlocked() {
        return lock.isOpen();
    }

    /**
     * Refuses an operation while the environment is locked, for a caller that asks the operator something before it begins.
     *
     * @throws OperationRefusedException where the environment is locked
     */
    public void checkUnlocked(String operation) {
        lock.check(operation);
    }

    /** Returns the refusal of an operation that has a reading form while the environment is locked; null while it is unlocked. */
    public @Nullable OperationRefusedException refusal(String operation) {
        return lock.refusal(operation);
    }

    /** What is being written now, one sentence each, oldest first. */
    public synchronized List<String> open() {
        return open.stream().map(WriteAuthorization::what).toList();
    }

    /** The history that permits are noted in. */
    public Journal journal() {
        return journal;
    }

    /**
     * Waits until nothing is being written any more.
     *
     * @return false where something still is when the time is up
     * @throws InterruptedException where the thread is interrupted while it waits
     */
    public synchronized boolean awaitNone(Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        while (!open.isEmpty()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    synchronized void release(WriteAuthorization authorization) {
        open.remove(authorization);
        notifyAll();
    }

    /** Allows nothing new; what was allowed goes on. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
