package dev.switchboard.conversations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Tries one microsecond after the other, from now on, until one is free. */
final class TimestampAllocator {
    private final Set<String> taken = new HashSet<>();
    private Instant next;

    TimestampAllocator(Instant now) {
        next = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Never gives one of these, which stand where a row is to be deleted: a transaction cannot put one in its place. */
    void avoid(Collection<MessageGroup> rows) {
        rows.forEach(row -> taken.add(row.lastMessageAt().text()));
    }

    /** The first time that nobody is known to have; the same again until it is said to be taken. */
    String first() {
        while (taken.contains(StoredTime.write(next))) {
            next = next.plus(1, ChronoUnit.MICROS);
        }
        return StoredTime.write(next);
    }

    /** Says that a row has this time already. */
    void isTaken(String time) {
        taken.add(time);
    }
}
