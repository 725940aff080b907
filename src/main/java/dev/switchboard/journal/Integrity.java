package dev.switchboard.journal;

/**
 * Whether the journal lines of a change are as they were written. Checksums detect damage but not tampering.
 *
 * @param damage what is damaged or missing, in one sentence with the file and the line; empty if nothing is
 */
public record Integrity(IntegrityState state, String damage) {
    static final Integrity INTACT = new Integrity(IntegrityState.INTACT, "");
    static final Integrity UNVERIFIED = new Integrity(IntegrityState.UNVERIFIED, "");

    /** Whether the change must not be undone because what the journal has of it is not complete. */
    public boolean isDamaged() {
        return state == IntegrityState.DAMAGED;
    }
}
