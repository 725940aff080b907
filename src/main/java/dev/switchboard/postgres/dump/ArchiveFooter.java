package dev.switchboard.postgres.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows the archive of pg_dump in a backup. pg_restore does not read what is after the end of an archive, so it takes the file too.
 *
 * @param switchboardDatabaseArchive the version of the format
 * @param server the version of the server
 * @param programMajor the major version of pg_dump; an older pg_restore may not read its archive
 * @param program the version of pg_dump
 * @param at when the backup was started, in ISO-8601 format
 * @param bytes the size of the archive
 * @param sha256 its digest, in hexadecimal
 * @param owners the roles that own something
 * @param grantees further roles that have privileges
 * @param properties what belongs to the database itself
 */
record ArchiveFooter(
        int switchboardDatabaseArchive,
        String database,
        String server,
        int programMajor,
        String program,
        String at,
        int tables,
        long rows,
        long bytes,
        String sha256,
        List<String> owners,
        List<String> grantees,
        DatabaseProperties properties) {
    static final int VERSION = 1;
    /** Ends the file, after the length of the JSON text in eight hexadecimal digits. */
    static final String MARK = "SWBDUMP\n";

    /** The bytes of the file’s end that tell how long the footer is. */
    static final int END = 8 + MARK.length();

    Instant instant() {
        return Instant.parse(at);
    }

    byte[] toBytes() {
        try {
            String json = DumpJson.MAPPER.writeValueAsString(this);
            int length = json.getBytes(StandardCharsets.UTF_8).length;
            return (json + String.format("%08x", length) + MARK).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the footer cannot be written as JSON", e);
        }
    }

    /** Parses the JSON text; returns null if it is not the footer of a backup of this version. */
    static @Nullable ArchiveFooter read(byte[] json) {
        try {
            ArchiveFooter footer = DumpJson.MAPPER.readValue(new String(json, StandardCharsets.UTF_8), ArchiveFooter.class);
            boolean good = footer.switchboardDatabaseArchive == VERSION
                    && footer.database != null && footer.program != null && footer.sha256 != null
                    && footer.owners != null && footer.grantees != null && footer.properties != null
                    && footer.tables >= 0 && footer.rows >= 0 && footer.bytes >= 0;
            if (!good) {
                return null;
            }
            footer.instant();
            return footer;
        } catch (JsonProcessingException | NullPointerException | DateTimeException e) {
            // Not JSON, or a required part is missing: a file of another program, or one that was edited.
            return null;
        }
    }
}
