package dev.switchboard.job;

/** The rate at which an operation uses a limited capacity: shown and changed while the operation runs. Safe for concurrent use. */
public interface RateControl {
    /** What the rate counts. */
    enum Unit {
        /** Read capacity units of a DynamoDB table. */
        READ,
        /** Write capacity units of a DynamoDB table. */
        WRITE
    }

    /** What the rate counts. */
    Unit unit();

    /** The units per second that were used in the last few seconds. */
    double current();

    /** The units per second that may be used; 0 for no limit. */
    double limit();

    /** Changes the limit, also for what is waiting now; 0 for no limit. */
    void limit(double unitsPerSecond);

    /** Whether it stays below the limit at present, because the server rejected requests. */
    boolean isBackingOff();
}
