package dev.switchboard.postgres.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a backup of a database, which psql takes for a comment.
 *
 * @param switchboardDatabaseBackup the format's version
 * @param at when it was begun, ISO-8601
 * @param mark begins each line at which a part begins; drawn anew for each file, so that no row and no function can hold it
 */
record DumpHeader(int switchboardDatabaseBackup, String database, String server, String at, int tables, long rows, String mark) {
    static final int VERSION = 1;
    private static final String COMMENT = "-- ";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Instant instant() {
        return Instant.parse(at);
    }

    String toLine() {
        try {
            return COMMENT + JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a header that cannot be written as JSON", e);
        }
    }

    /** Reads the line; null where it is not the first line of a backup of this version. */
    static @Nullable DumpHeader read(String line) {
        if (!line.startsWith(COMMENT + "{")) {
            return null;
        }
        try {
            DumpHeader header = JSON.readValue(line.substring(COMMENT.length()), DumpHeader.class);
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
            // Not JSON, or a part that is not there: a file of somebody else's, or one that was changed by hand.
            return null;
        }
    }
}
