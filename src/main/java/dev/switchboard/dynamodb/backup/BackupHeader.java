package dev.switchboard.dynamodb.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.dynamodb.table.TableSettings;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a backup.
 *
 * @param switchboardBackup the version of the format
 * @param at when the backup was started, in ISO-8601 format
 * @param until the moment that the items are of, in ISO-8601 format; null where it is not one moment
 * @param items the number of item lines that follow
 * @param settings null in a backup of an earlier version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BackupHeader(
        int switchboardBackup,
        String at,
        @Nullable String until,
        long items,
        TableDefinition table,
        @Nullable TableSettings settings) {
    static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    BackupHeader(Instant at, long items, TableDefinition table, TableSettings settings) {
        this(VERSION, at.toString(), null, items, table, settings);
    }

    /** The header of the same backup with another number of items, which are of one moment where that is not null. */
    BackupHeader with(long count, @Nullable Instant moment) {
        return new BackupHeader(switchboardBackup, at, moment == null ? null : moment.toString(), count, table, settings);
    }

    Instant instant() {
        return Instant.parse(at);
    }

    @Nullable
    Instant moment() {
        return until == null ? null : Instant.parse(until);
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
            header.moment();
            return header;
        } catch (JsonProcessingException | NullPointerException | DateTimeParseException e) {
            // Not JSON, or a required part of the definition is missing: a file of another program, or one that was edited.
            return null;
        }
    }
}
