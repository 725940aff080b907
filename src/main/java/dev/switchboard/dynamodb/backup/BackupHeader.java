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
 * @param switchboardBackup the format's version
 * @param at when it was begun, ISO-8601
 * @param items how many item lines follow
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
            throw new IllegalStateException("a definition that cannot be written as JSON", e);
        }
    }

    /** Reads the line; null where it is not the first line of a backup of this version. */
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
            // Not JSON, or a part of the definition that is not there: a file of somebody else's, or one that was changed by hand.
            return null;
        }
    }
}
