package dev.switchboard.ui.items;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The progress or result of a scan.
 *
 * @param items items read
 * @param shown items kept for the window
 * @param hiddenAttributes attributes without a column
 * @param readCapacity read capacity units consumed, as reported by DynamoDB
 */
record ScanStatus(Phase phase, long items, long shown, int hiddenAttributes, double readCapacity, Duration elapsed) {
    /** The phase of a scan. */
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

    private static final Messages TEXT = Messages.of(ScanStatus.class);

    static final ScanStatus NONE = new ScanStatus(Phase.NONE, 0, 0, 0, 0, Duration.ZERO);

    /** Count, rate, capacity, and time: {@code 12,400 items · 1,550/s · 96.5 RCU · 8.0 s}. */
    String numbers() {
        if (phase == Phase.NONE) {
            return "";
        }
        double seconds = Math.max(0.001, elapsed.toNanos() / 1e9);
        long rate = Math.round(items / seconds);
        return TEXT.get("status.numbers", items, Formats.count(rate), Formats.capacity(readCapacity), Formats.duration(elapsed));
    }

    /** Whether the items are complete, and what is not shown. Empty while a scan runs and all items are shown. */
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
