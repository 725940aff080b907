package dev.switchboard.journal;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.PartialCompletionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that is under way and may be written until it ends. Its intent is on the disk; each of its rows or items must be there before
 * it is written. Its end is written down once; where that fails the journal says “not known”, because the stores tell. Safe for several
 * threads.
 */
public final class WritePermit {
    private final Journal journal;
    private final String id;
    private final Intent intent;
    private final ChangeTarget target;
    private final ChangedKeys keys = new ChangedKeys();
    private final @Nullable WriteAuthorization authorization;
    private int attempt = 1;
    private int lines = 1;
    private long rows;
    private boolean written;
    private boolean ended;

    WritePermit(Journal journal, String id, Intent intent, ChangeTarget target, @Nullable WriteAuthorization authorization) {
        this.journal = journal;
        this.id = id;
        this.intent = intent;
        this.target = target;
        this.authorization = authorization;
    }

    /**
     * Whether a client may send a write that names this permit: it was given by the client's own session, and its change has not ended.
     *
     * @param permits those of the client's session
     */
    public synchronized boolean allows(WritePermits permits) {
        return !ended && authorization != null && authorization.isOf(permits);
    }

    /** The id of the change. */
    public String id() {
        return id;
    }

    /** How many rows it is about, so far. */
    public synchronized long rows() {
        return rows;
    }

    /**
     * Notes rows that are about to be written, beside those noted before.
     *
     * @throws dev.switchboard.failure.OperationFailedException where the journal cannot be written; nothing may be written then
     */
    public synchronized void rows(List<Change> changes) {
        if (ended) {
            throw new IllegalStateException("rows for a change that has ended: " + id);
        }
        journal.append(id, LineWriter.rows(id, lines + 1, attempt, changes));
        lines++;
        rows += changes.size();
        changes.forEach(change -> keys.add(change.key()));
    }

    /** Nothing of the rows noted so far was written; those that come stand in their place. */
    public synchronized void startOver() {
        attempt++;
        rows = 0;
    }

    /** Some of its rows are written for certain, so that it can no longer have failed as a whole. */
    public synchronized void written() {
        written = true;
    }

    /** It is done. */
    public void done(String sentence) {
        end(OutcomeState.DONE, sentence);
    }

    /** Nothing of it was written, or nothing further where something was. */
    public void failed(String sentence) {
        OutcomeState state;
        synchronized (this) {
            state = written ? OutcomeState.PARTLY : OutcomeState.FAILED;
        }
        end(state, sentence);
    }

    /** Whether it was written is not known, for example because the answer never came. */
    public void notKnown(String sentence) {
        end(OutcomeState.UNKNOWN, sentence);
    }

    /** It ended with a failure that says what was done. */
    public void ended(Failure failure) {
        switch (failure) {
            case OperationCancelledException cancelled -> end(OutcomeState.CANCELLED, failure.sentence());
            case PartialCompletionException partly -> end(OutcomeState.PARTLY, failure.sentence());
            default -> failed(failure.sentence());
        }
    }

    private void end(OutcomeState state, String sentence) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            journal.outcome(id, lines + 1, attempt, rows, state, sentence);
        }
        if (authorization != null) {
            authorization.ended();
        }
        journal.ended(new EndedChange(id, intent.operation(), target, keys.all(), intent.undoes(), state));
    }
}
