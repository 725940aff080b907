package dev.switchboard.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Allocates the first free microsecond, starting now. */
final class TimestampAllocator {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private final Set<String> taken = new HashSet<>();
    private Instant next;

    TimestampAllocator(Instant now) {
        next = now.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Continues after a message that is ahead of the clock by a moment, as one sent by another computer just before, so that an answer follows
     * what it answers. A message from farther in the future does not change the time.
     */
    void follow(StoredTime last) {
        @Nullable Instant at = last.instant();
        if (at != null && !at.isBefore(next) && Duration.between(next, at).compareTo(MOMENT) < 0) {
            next = at.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        }
    }

    /** Excludes the times of items that are to be deleted: a transaction cannot delete and put the same key. */
    void exclude(Collection<MessageGroup> rows) {
        rows.forEach(row -> taken.add(row.lastMessageAt().text()));
    }

    /** Returns the first time that is not known to be in use; the same time again until it is marked. */
    String next() {
        while (taken.contains(StoredTime.write(next))) {
            next = next.plus(1, ChronoUnit.MICROS);
        }
        return StoredTime.write(next);
    }

    /** Marks a time as in use. */
    void markTaken(String time) {
        taken.add(time);
    }
}
