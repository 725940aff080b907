package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * How much of the journal is kept. The day that has begun and days with an unfinished change are kept whatever the limits are.
 *
 * @param days the number of days before today; null for all
 * @param megabytes the size of all files of the environment, in megabytes of 1,000,000 bytes; null for any
 */
public record JournalLimits(@Nullable Integer days, @Nullable Integer megabytes) {
    /** Keeps everything. */
    public static final JournalLimits NONE = new JournalLimits(null, null);
}
