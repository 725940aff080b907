package dev.switchboard.dynamodb.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableRules;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a backup.
 *
 * @param switchboardBackup the version of the format
 * @param at when the backup was started, in ISO-8601 format
 * @param items the number of item lines that follow
 */
record BackupHeader(int switchboardBackup, String at, long items, TableDefinition table) {
    static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    BackupHeader(Instant at, long items, TableDefinition table) {
        this(VERSION, at.toString(), items, table);
    }

    Instant instant() {
        return Instant.parse(at);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table definition cannot be written as JSON", e);
        }
    }

    /** Parses the line; returns null if it is not the header of a backup of this version. */
    static @Nullable BackupHeader read(String line) {
        try {
            BackupHeader header = JSON.readValue(line, BackupHeader.class);
            boolean good = header != null
                    && header.switchboardBackup == VERSION
                    && header.items >= 0
                    && TableRules.check(header.table) == null;
            if (!good) {
                return null;
            }
            header.instant();
            return header;
        } catch (JsonProcessingException | NullPointerException | DateTimeParseException e) {
            // Not JSON, or a required part of the definition is missing: a file of another program, or one that was edited.
            return null;
        }
    }
}
