package dev.switchboard.aws;

/** Decides when the next request that uses capacity is sent, and is told what it used. Safe for concurrent use. */
public interface CapacityGate {
    /**
     * What was set aside for a request.
     *
     * @param operation the name of its operation in the API
     * @param units capacity units
     */
    record Reservation(String operation, double units) {}

    /**
     * Waits until a request may be sent.
     *
     * @param operation the name of its operation in the API
     * @param items how many items it reads or writes, at most
     * @return what was set aside for it, to be passed to {@link #settle}
     * @throws dev.switchboard.failure.OperationCancelledException if the operation was canceled
     */
    Reservation acquire(String operation, int items);

    /**
     * Replaces what was set aside for a request by what it used.
     *
     * @param items how many items that was for
     * @param consumed its capacity units; 0 if it failed
     */
    void settle(Reservation reserved, int items, double consumed);

    /** How many capacity units a request should use now, at most; 0 for any number. */
    double unitsPerRequest();

    /** Tells that the server rejected a request or a part of one, because capacity is used up. */
    void throttled();
}
