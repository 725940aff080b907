package dev.switchboard.postgres.dump;

import dev.switchboard.postgres.sql.CopyRowSource;

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
    record Rows(String table, CopyRowSource rows) implements DumpPart {
        String sql() {
            return "COPY " + table + " FROM STDIN";
        }
    }
}
