package dev.switchboard.bench;

/** What is measured of a contestant: milliseconds from the process's start, megabytes, a number of threads. */
enum Metric {
    /** The phases of the window's start, as the program logs them. */
    PROGRAM("Program started"),
    TOOLKIT("Toolkit started"),
    SCENE("Scene built"),
    STAGE("Stage shown"),
    PICTURE("First frame shown"),
    SCREEN("First screen opened"),
    DATA("First result shown"),
    LIST(null),
    VERSION(null),
    RESIDENT(null),
    THREADS(null);

    private final String phase;

    Metric(String phase) {
        this.phase = phase;
    }

    /** How the log names it; null where it is measured from outside. */
    String phase() {
        return phase;
    }
}
