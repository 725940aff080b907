package dev.switchboard.job;

/** The state of a job. The last three are final. */
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
