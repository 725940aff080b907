package dev.switchboard.ui.shell;

/** What a start of the window goes through, in this order; each is logged with the time at which it is complete. */
enum StartupPhase {
    /** The virtual machine runs, the arguments are read, and the window is asked for. */
    PROGRAM("Program started"),
    /** JavaFX's thread runs. */
    TOOLKIT("Toolkit started"),
    /** The shell's controls exist and are bound. */
    SCENE("Scene built"),
    /** The stage is shown, styled and laid out, and not yet drawn. */
    STAGE("Stage shown"),
    FRAME("First frame shown"),
    /** The session's services exist, and the first screen is loaded. */
    SESSION("First screen opened"),
    RESULT("First result shown");

    private final String text;

    StartupPhase(String text) {
        this.text = text;
    }

    /** As the log names it, in English as the log is. */
    String text() {
        return text;
    }
}
