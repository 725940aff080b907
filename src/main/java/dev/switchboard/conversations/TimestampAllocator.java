package dev.switchboard.conversations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Allocates the first free microsecond, starting now. */
final class TimestampAllocator {
    private final Set<String> taken = new HashSet<>();
    private Instant next;

    TimestampAllocator(Instant now) {
        next = now.truncatedTo(ChronoUnit.MICROS);
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
