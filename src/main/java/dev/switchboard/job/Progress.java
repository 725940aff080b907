package dev.switchboard.job;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.text.Messages;

/**
 * Where a service reports how far it is and asks whether it should stop. Safe to call from several threads. A total that
 * nobody knows is {@link #UNKNOWN}: the view then counts items and rate, and makes up no percentage.
 */
public interface Progress {
    /** The total of a job whose end nobody knows. */
    long UNKNOWN = -1;

    /** Reports to nobody and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void step(String text) {}

        @Override
        public void advance(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted();
        }
    };

    /** What is being done now, in words. */
    void step(String text);

    /** How far it is: items done of the total, which may be {@link #UNKNOWN}. */
    void advance(long done, long total);

    /** Whether somebody asked to stop. */
    boolean isCancelled();

    /**
     * Leaves the operation where somebody asked to stop.
     *
     * @throws OperationCancelledException saying that it stopped; catch it to say what was left behind
     */
    default void stopIfCancelled() {
        if (isCancelled()) {
            throw new OperationCancelledException(Messages.of(Progress.class).get("cancelled"), null);
        }
    }
}
