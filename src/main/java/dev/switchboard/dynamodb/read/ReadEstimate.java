package dev.switchboard.dynamodb.read;

import org.jspecify.annotations.Nullable;

/**
 * An estimate of the cost of a read of a whole table or index, from a size that is up to six hours old.
 *
 * @param subject the table or index
 * @param approximateItems number of items, up to six hours old
 * @param readCapacity read capacity units of the whole read
 * @param seconds its duration at the rate of the plan; null without a rate
 * @param text the estimate as sentences, with its age
 */
public record ReadEstimate(
        String subject, long approximateItems, long approximateBytes, double readCapacity, @Nullable Double seconds, String text) {}
