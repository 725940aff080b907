package dev.switchboard.doctor;

/** Receives the progress of a setup, on the thread that runs it. */
public interface SetupListener {
    /** A stage begins. */
    void began(SetupStage stage);

    /** A stage has ended without a failure. */
    void ended(SetupStageResult result);
}
