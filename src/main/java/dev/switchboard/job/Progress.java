package dev.switchboard.job;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.text.Messages;

/**
 * Receives the progress of an operation and tells it whether to stop. Safe for concurrent use. If the total is {@link #UNKNOWN},
 * views show the count and the rate and no percentage.
 */
public interface Progress {
    /** The total of an operation whose size is not known. */
    long UNKNOWN = -1;

    /** Ignores progress; canceled only when the thread is interrupted. */
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

    /** Reports the current step as a short text. */
    void step(String text);

    /** Reports the number of items done and the total, which may be {@link #UNKNOWN}. */
    void advance(long done, long total);

    /** Whether a stop was requested. */
    boolean isCancelled();

    /** Reports that the operation uses capacity at a rate that can be shown and changed until {@link #rateEnded}. */
    default void rateStarted(RateControl rate) {}

    /** Reports that the operation no longer uses this rate. */
    default void rateEnded(RateControl rate) {}

    /**
     * Ends the operation if a stop was requested.
     *
     * @throws OperationCancelledException if a stop was requested; catch it to report what was already done
     */
    default void stopIfCancelled() {
        if (isCancelled()) {
            throw new OperationCancelledException(Messages.of(Progress.class).get("cancelled"), null);
        }
    }
}
