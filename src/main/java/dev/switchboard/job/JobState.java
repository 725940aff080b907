package dev.switchboard.job;

/** Where a job stands. The last three are final. */
public enum JobState {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether the job has ended. */
    public boolean isFinal() {
        return this != RUNNING;
    }
}
