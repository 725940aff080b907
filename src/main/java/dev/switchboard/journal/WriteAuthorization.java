package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * The operator's leave to write, checked once and valid until it is closed and the last change begun under it has ended. Safe for several
 * threads.
 */
public final class WriteAuthorization implements AutoCloseable {
    private final WritePermits issuer;
    private final Journal journal;
    private final String what;
    private final @Nullable String principal;
    private int changes;
    private boolean closed;

    WriteAuthorization(WritePermits issuer, Journal journal, String what, @Nullable String principal) {
        this.issuer = issuer;
        this.journal = journal;
        this.what = what;
        this.principal = principal;
    }

    /**
     * Notes the intent of one change, without asking the lock again.
     *
     * @param role the database role that writes; null for DynamoDB
     * @throws dev.switchboard.failure.OperationRefusedException where the environment must not write to the target
     * @throws dev.switchboard.failure.OperationFailedException where the journal cannot be written; then nothing may be written
     */
    public synchronized WritePermit begin(Intent intent, ChangeTarget target, @Nullable String role) {
        if (closed) {
            throw new IllegalStateException("a change begun after its authorization was closed: " + intent.operation());
        }
        issuer.check(target);
        WritePermit permit = journal.begin(intent, target, new Actor(System.getProperty("user.name"), principal, role), this);
        changes++;
        return permit;
    }

    /** What is done under it, one sentence. */
    public String what() {
        return what;
    }

    boolean isOf(WritePermits permits) {
        return issuer == permits;
    }

    void ended() {
        synchronized (this) {
            changes--;
        }
        releaseWhenDone();
    }

    /** Begins nothing new under it; changes that were begun go on. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        releaseWhenDone();
    }

    private void releaseWhenDone() {
        boolean done;
        synchronized (this) {
            done = closed && changes == 0;
        }
        if (done) {
            issuer.release(this);
        }
    }
}
