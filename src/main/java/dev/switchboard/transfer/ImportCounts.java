package dev.switchboard.transfer;

/**
 * The counts of an import.
 *
 * @param records the position of the last record that is done
 */
record ImportCounts(long records, long written, long replaced, long unchanged, long skipped) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

    /** Returns the sum, up to the given record. */
    ImportCounts plus(long toRecord, long moreWritten, long moreReplaced, long moreUnchanged, long moreSkipped) {
        return new ImportCounts(
                toRecord, written + moreWritten, replaced + moreReplaced, unchanged + moreUnchanged, skipped + moreSkipped);
    }
}
