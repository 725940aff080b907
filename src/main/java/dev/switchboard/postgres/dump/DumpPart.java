package dev.switchboard.postgres.dump;

import dev.switchboard.postgres.sql.CopyRowSource;

/** The parts of a database backup, in the order of the file. */
sealed interface DumpPart {
    /** A statement that must succeed. */
    record Statement(String sql) implements DumpPart {}

    /** An owner or a privilege, which may fail if the role does not exist on the server. */
    record Privilege(String sql) implements DumpPart {}

    /**
     * The rows of a table.
     *
     * @param table the table with its columns, as in a {@code COPY} statement
     * @param rows must be read to the end before the next part
     */
    record Rows(String table, CopyRowSource rows) implements DumpPart {
        String sql() {
            return "COPY " + table + " FROM STDIN";
        }
    }
}
