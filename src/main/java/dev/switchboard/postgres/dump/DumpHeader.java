package dev.switchboard.postgres.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a database backup, which is a comment for psql.
 *
 * @param switchboardDatabaseBackup the version of the format
 * @param at when the backup was started, in ISO-8601 format
 * @param mark the prefix of the line that begins a part; random for each file, so that no row and no function contains it
 * @param properties what belongs to the database itself; null in a file of an earlier version
 */
record DumpHeader(int switchboardDatabaseBackup, String database, String server, String at, int tables, long rows, String mark,
        @Nullable DatabaseProperties properties) {
    static final int VERSION = 1;
    private static final String COMMENT = "-- ";

    Instant instant() {
        return Instant.parse(at);
    }

    String toLine() {
        try {
            return COMMENT + DumpJson.MAPPER.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the header cannot be written as JSON", e);
        }
    }

    /** Parses the line; returns null if it is not the first line of a backup of this version. */
    static @Nullable DumpHeader read(String line) {
        if (!line.startsWith(COMMENT + "{")) {
            return null;
        }
        try {
            DumpHeader header = DumpJson.MAPPER.readValue(line.substring(COMMENT.length()), DumpHeader.class);
            boolean good = header.switchboardDatabaseBackup == VERSION
                    && header.database != null
                    && header.mark != null
                    && header.mark.startsWith(COMMENT)
                    && header.tables >= 0
                    && header.rows >= 0;
            if (!good) {
                return null;
            }
            header.instant();
            return header;
        } catch (JsonProcessingException | NullPointerException | DateTimeParseException e) {
            // Not JSON, or a required part is missing: a file of another program, or one that was edited.
            return null;
        }
    }
}
