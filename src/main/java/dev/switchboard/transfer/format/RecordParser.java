package dev.switchboard.transfer.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the records of one file. */
interface RecordParser {
    /**
     * Returns the next record; null at the end of the file.
     *
     * @param number the position that it has among all records
     */
    @Nullable
    TransferRecord next(long number) throws IOException;
}
