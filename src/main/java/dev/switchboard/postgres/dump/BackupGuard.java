package dev.switchboard.postgres.dump;

/** Keeps other sessions out of a database while its last backup is written. Each method fails with a {@code Failure}. */
public interface BackupGuard {
    /** Lets everyone work on: for a backup that guards nothing. */
    BackupGuard NONE = new BackupGuard() {
        @Override
        public boolean guards() {
            return false;
        }

        @Override
        public void close(int own) {}

        @Override
        public void open() {}

        @Override
        public void closeAgain(int own, int program) {}
    };

    /** Returns whether it keeps anyone out. */
    boolean guards();

    /**
     * Refuses new sessions and ends all others.
     *
     * @param own the process ID of the session that reads
     */
    void close(int own);

    /** Allows new sessions for a moment, because the program that dumps connects by itself. */
    void open();

    /**
     * Refuses new sessions again and ends those that came meanwhile.
     *
     * @param own the process ID of the session that reads
     * @param program the process ID of the session of the program
     */
    void closeAgain(int own, int program);
}
