package dev.switchboard.dynamodb.backup;

/**
 * The table that a backup is to be restored to, as it is before the restore.
 *
 * @param items the number of items that were read from the table
 * @param more whether the table has more items than were read
 * @param reason why the table is unsuitable, as a sentence; empty otherwise
 */
public record RestoreTarget(State state, long items, boolean more, String reason) {
    /** What a restore would find. */
    public enum State {
        /** There is no table of this name, so that it is created. */
        MISSING,
        EMPTY,
        /** All items that were read are from the backup, as an interrupted restore leaves them, so that a restore goes on. */
        PARTLY_RESTORED,
        /** There are items that are not from the backup, so that a restore is refused. */
        OTHER_ITEMS,
        /** The table has other keys or is not active, so that a restore is refused. */
        UNSUITABLE
    }
}
