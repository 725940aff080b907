package dev.switchboard.postgres;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a backup of a database consists of, in the order of the file. */
sealed interface DumpPart {
    /** A statement without which nothing is brought back. */
    record Statement(String sql) implements DumpPart {}

    /** An owner or a privilege, which may fail where the server lacks the role. */
    record Privilege(String sql) implements DumpPart {}

    /**
     * The rows of a table.
     *
     * @param table as it is written in a {@code COPY}, with its columns
     * @param rows to be read to its end before the next part
     */
    record Rows(String table, RowSource rows) implements DumpPart {
        String sql() {
            return "COPY " + table + " FROM STDIN";
        }
    }

    /** Gives rows, one after the other, as {@code COPY} reads them. */
    @FunctionalInterface
    interface RowSource {
        /** The next row with its line's end, or null after the last. */
        byte @Nullable [] next() throws IOException;
    }
}
