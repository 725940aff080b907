package dev.switchboard.dynamodb.scan;

import org.jspecify.annotations.Nullable;

/**
 * What a scan of a whole table will about cost, reckoned from a size that is as of up to six hours ago; always to be called an estimate.
 *
 * @param approximateItems rows, up to six hours old
 * @param approximateBytes their size, up to six hours old
 * @param readCapacity read capacity units of a scan that is eventually consistent
 * @param seconds how long it takes with all of the table's provisioned read capacity; null on demand
 * @param dollars what it costs on demand at the list price of us-east-1; null for provisioned capacity, which is paid anyhow
 * @param usualRate the cap in read capacity units a second that a scan gets here unless told otherwise; 0 for none
 * @param text all of it in one sentence, with its age
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
