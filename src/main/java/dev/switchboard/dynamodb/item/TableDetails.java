package dev.switchboard.dynamodb.item;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a table.
 *
 * @param status as in DynamoDB: {@code ACTIVE}, {@code CREATING}, {@code UPDATING}, {@code DELETING}, {@code ARCHIVED} …
 * @param billing {@code PROVISIONED} or {@code PAY_PER_REQUEST}
 * @param readCapacity read capacity units, 0 if on demand
 * @param approximateItems updated about every six hours, so it must not be shown as current
 * @param approximateBytes updated about every six hours, so it must not be shown as current
 * @param stream whether a stream is enabled, whose consumer may react to writes
 * @param streamView for example {@code NEW_IMAGE}; null without a stream
 * @param pointInTimeRecovery null if the engine does not report it or the user has no permission to read it
 * @param tags also empty if the user has no permission to read them
 * @param created null if unknown
 */
public record TableDetails(
        String name,
        String status,
        List<KeyAttribute> keys,
        List<IndexDetails> indexes,
        String billing,
        long readCapacity,
        long writeCapacity,
        long approximateItems,
        long approximateBytes,
        boolean stream,
        @Nullable String streamView,
        @Nullable Boolean pointInTimeRecovery,
        boolean deletionProtection,
        Map<String, String> tags,
        @Nullable Instant created,
        String arn) {
    public TableDetails {
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
        tags = Map.copyOf(tags);
    }

    /** Returns whether the table accepts reads and writes. */
    public boolean isActive() {
        return status.equals("ACTIVE");
    }

    /** Returns whether the billing mode is on demand. */
    public boolean onDemand() {
        return billing.equals("PAY_PER_REQUEST");
    }
}
