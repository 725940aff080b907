package dev.switchboard.seeding.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The times of the messages of a conversation, in ascending order: in sessions of several messages within minutes, more of them in the evening than at
 * night, over days to years. All are in the two years before 2026, because what is derived from the present would not be the same in the next run.
 */
final class MessageTimes {
    private static final Instant FIRST_DAY = Instant.parse("2024-01-01T00:00:00Z");
    private static final double DAYS = 730;
    private static final double DAY = 24 * 3600 * 1e6;
    private static final double MINUTE = 60 * 1e6;
    private static final long SECOND = 1_000_000;
    /** The average distance of two sessions is between these numbers of days, as far as there is room. */
    private static final double SHORTEST = 0.3;
    private static final double LONGEST = 6;
    /** Sessions begin in the first part of their share of the time and end before the last one, so that they do not overlap. */
    private static final double LATEST_BEGIN = 0.4;
    private static final double LONGEST_SESSION = 0.5;
    private static final double JITTER = 0.8;
    private static final int HOURS = 24;
    /** How many messages are sent in each hour of the day, relative to others. */
    private static final double[] SHARES =
            {6, 4, 3, 2, 2, 3, 6, 14, 24, 30, 30, 30, 34, 32, 28, 28, 30, 36, 44, 50, 52, 46, 32, 16};
    private static final double[] UNTIL = cumulative();

    private final LoadRandom random;
    private final long id;
    private final int group;
    private final long messages;
    private final int sessionLength;
    private final double start;
    private final double share;
    private final double gap;

    /** @param messages the number of messages of the conversation, at least one */
    MessageTimes(LoadRandom random, int group, long messages) {
        this.random = random;
        this.group = group;
        this.messages = messages;
        id = random.bits(LoadRandom.Use.SESSION, group);
        sessionLength = 3 + random.below(18, LoadRandom.Use.SESSION_LENGTH, group);
        double sessions = Math.ceil((double) messages / sessionLength);
        double distance = SHORTEST + (LONGEST - SHORTEST) * random.unit(LoadRandom.Use.SPAN, group);
        double span = Math.min(DAYS, sessions * distance);
        double fromEnd = random.unit(LoadRandom.Use.END, group);
        // Of the conversations more are recent than old.
        double end = DAYS - (DAYS - span) * fromEnd * fromEnd * fromEnd;
        start = (end - span) * DAY;
        share = span * DAY / sessions;
        gap = Math.min(MINUTE * (0.3 + 2 * random.unit(LoadRandom.Use.GAP, group)), share * LONGEST_SESSION / sessionLength);
    }

    /** Returns the time of a message, counted from 0. The last one of each conversation differs from those of all others. */
    Instant of(long message) {
        long session = message / sessionLength;
        double begin = LATEST_BEGIN * random.unit(LoadRandom.Use.SESSION, id + session);
        double within = message % sessionLength + JITTER * random.unit(LoadRandom.Use.MOMENT, id + message);
        double active = start + share * (session + begin) + gap * within;
        double day = Math.floor(active / DAY);
        long micros = (long) (day * DAY + DAY * ofDay(active / DAY - day));
        if (message == messages - 1) {
            micros = (micros / SECOND + 1) * SECOND + group;
        }
        return FIRST_DAY.plus(micros, ChronoUnit.MICROS);
    }

    /** Returns the part of the day until which a part of its messages is sent. Ascending, so that the order of messages is kept. */
    private static double ofDay(double part) {
        int hour = 0;
        while (hour < HOURS - 1 && part >= UNTIL[hour + 1]) {
            hour++;
        }
        return (hour + (part - UNTIL[hour]) / (UNTIL[hour + 1] - UNTIL[hour])) / HOURS;
    }

    private static double[] cumulative() {
        double[] until = new double[HOURS + 1];
        for (int hour = 0; hour < HOURS; hour++) {
            until[hour + 1] = until[hour] + SHARES[hour];
        }
        double all = until[HOURS];
        for (int hour = 0; hour <= HOURS; hour++) {
            until[hour] /= all;
        }
        return until;
    }
}
