package dev.switchboard.ui.items.results;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The progress or result of a query or scan.
 *
 * @param items items returned
 * @param scanned items that DynamoDB read, before the filter
 * @param pages pages, empty ones included
 * @param shown items kept for the window
 * @param hiddenAttributes attributes without a column
 * @param readCapacity read capacity units consumed, as reported by DynamoDB
 */
record ReadStatus(
        Phase phase, long items, long scanned, long pages, long shown, int hiddenAttributes, double readCapacity, Duration elapsed) {
    /** The phase of a read. */
    enum Phase {
        NONE,
        RUNNING,
        /** All items were read. */
        COMPLETE,
        /** The maximum number of items was reached; more may be available. */
        LIMIT,
        STOPPED,
        FAILED
    }

    private static final Messages TEXT = Messages.of(ReadStatus.class);

    static final ReadStatus NONE = new ReadStatus(Phase.NONE, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    static final ReadStatus BEGUN = new ReadStatus(Phase.RUNNING, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    /** Counts, rate, capacity, and time: {@code 12,400 items · 1,550/s · 96.5 RCU · 8.0 s}; how many were scanned only if it differs. */
    String numbers() {
        if (phase == Phase.NONE) {
            return "";
        }
        double seconds = Math.max(0.001, elapsed.toNanos() / 1e9);
        long rate = Math.round(scanned / seconds);
        String counts = scanned == items ? TEXT.get("status.items", items) : TEXT.get("status.scanned", items, scanned);
        return TEXT.get("status.numbers", counts, Formats.count(rate), pages, Formats.capacity(readCapacity), Formats.duration(elapsed));
    }

    /** Whether the items are complete, and what is not shown. Empty while a read runs and all items are shown. */
    String meaning() {
        String how = switch (phase) {
            case NONE, RUNNING -> "";
            case COMPLETE -> TEXT.get("status.complete");
            case LIMIT -> TEXT.get("status.limit");
            case STOPPED -> TEXT.get("status.stopped");
            case FAILED -> TEXT.get("status.failed");
        };
        String kept = items > shown ? TEXT.get("status.kept", shown, items) : "";
        String hidden = hiddenAttributes > 0 ? TEXT.get("status.hidden", hiddenAttributes) : "";
        return Stream.of(how, kept, hidden).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
