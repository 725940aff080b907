package dev.switchboard.aws;

/** Decides when the next request that uses capacity is sent, and is told what it used. Safe for concurrent use. */
public interface CapacityGate {
    /**
     * Waits until a request may be sent.
     *
     * @return the capacity units that were set aside for it, to be passed to {@link #settle}
     * @throws dev.switchboard.failure.OperationCancelledException if the operation was canceled
     */
    double acquire();

    /**
     * Replaces what was set aside for a request by what it used.
     *
     * @param consumed its capacity units; 0 if it failed
     */
    void settle(double reserved, double consumed);

    /** The capacity units per second that may be used now; 0 for any number. */
    double unitsPerSecond();

    /** Tells that the server rejected a request or a part of one, because capacity is used up. */
    void throttled();
}
