package dev.switchboard.dynamodb.item;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is, in whatever state it is.
 *
 * @param status as DynamoDB calls it: {@code ACTIVE}, {@code CREATING}, {@code UPDATING}, {@code DELETING}, {@code ARCHIVED} …
 * @param billing {@code PROVISIONED} or {@code PAY_PER_REQUEST}
 * @param readCapacity read capacity units, 0 on demand
 * @param approximateItems refreshed about every six hours, so never to be shown as live
 * @param approximateBytes likewise
 * @param stream whether a stream is enabled, whose consumer may act on what is written
 * @param streamView such as {@code NEW_IMAGE}; null without a stream
 * @param pointInTimeRecovery null where the engine, or one's permissions, do not say
 * @param tags empty also where one may not read them
 * @param created null while it is not known
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

    /** Whether it takes reads and writes. */
    public boolean isActive() {
        return status.equals("ACTIVE");
    }

    /** Whether it is billed by the request. */
    public boolean onDemand() {
        return billing.equals("PAY_PER_REQUEST");
    }
}
