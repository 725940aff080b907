package dev.switchboard.doctor.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over the messages table counted.
 *
 * @param at when it began
 * @param complete whether the whole table was read; otherwise only a sample, and the numbers are those of the sample
 * @param groups the number of conversations with a group row or a message; 0 unless complete
 * @param newest the time of the newest message; null if there is none
 * @param newestFollowed the time of the newest message that the group rows of its conversation show; null if there is none or it is not
 *     known
 * @param newestBehind the time of the newest message that a group row of its conversation is behind, of those that were written at least
 *     {@value #FOLLOWING_SECONDS} seconds before the pass; null if there is none or it is not known
 * @param messagesPerDay the number of messages by day in UTC, the latest {@value #DAYS} days that have one
 * @param activity the number of conversations by the age of their newest message; zeros unless complete
 * @param consumedReadCapacity read capacity units of everything that was read
 */
public record DataSummary(
        Instant at,
        boolean complete,
        long items,
        long messages,
        long groups,
        @Nullable Instant newest,
        @Nullable Instant newestFollowed,
        @Nullable Instant newestBehind,
        SortedMap<LocalDate, Long> messagesPerDay,
        GroupActivity activity,
        double consumedReadCapacity) {
    /** The maximum number of days that are counted. */
    public static final int DAYS = 400;

    /** How long after a message its group rows may still follow. */
    public static final int FOLLOWING_SECONDS = 60;

    /** Nothing was read. */
    public static final DataSummary NONE =
            new DataSummary(Instant.EPOCH, false, 0, 0, 0, null, null, null, new TreeMap<>(), new GroupActivity(0, 0, 0, 0), 0);

    /**
     * Conversations by the age of their newest message.
     *
     * @param day at most a day
     * @param month at most 30 days, and more than a day
     * @param year at most 365 days, and more than 30
     * @param older more than 365 days
     */
    public record GroupActivity(long day, long month, long year, long older) {}

    public DataSummary {
        messagesPerDay = Collections.unmodifiableSortedMap(new TreeMap<>(messagesPerDay));
    }
}
