package dev.switchboard.dynamodb.scan;

import org.jspecify.annotations.Nullable;

/**
 * An estimate of the cost of scanning a whole table, from a size that is up to six hours old. It must always be labeled as an estimate.
 *
 * @param approximateItems number of items, up to six hours old
 * @param approximateBytes their size, up to six hours old
 * @param readCapacity read capacity units of an eventually consistent scan
 * @param seconds duration at the full provisioned read capacity of the table; null if on demand
 * @param dollars cost if on demand, at the list price of us-east-1; null for provisioned capacity, which is billed anyway
 * @param usualRate the default limit of a scan in read capacity units per second; 0 for none
 * @param text the estimate as a sentence, with its age
 */
public record ScanEstimate(
        String table,
        long approximateItems,
        long approximateBytes,
        double readCapacity,
        @Nullable Double seconds,
        @Nullable Double dollars,
        double usualRate,
        String text) {}
