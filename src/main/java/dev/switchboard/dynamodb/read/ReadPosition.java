package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.item.PageKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a read has come, from which it can go on, also in another process and with the same number of segments.
 *
 * @param segments by segment the start of its next page, empty where the segment has ended; a segment that is missing has not begun
 */
public record ReadPosition(Map<Integer, Optional<PageKey>> segments) {
    /** Before the first page. */
    public static final ReadPosition START = new ReadPosition(Map.of());

    public ReadPosition {
        segments = Map.copyOf(segments);
    }

    /** Returns the position of a query, or of a scan of one segment, at the start of a page; null for the first page. */
    public static ReadPosition at(@Nullable PageKey next) {
        return next == null ? START : new ReadPosition(Map.of(0, Optional.of(next)));
    }

    /** Returns the position after a page. */
    public ReadPosition after(ReadPage page) {
        Map<Integer, Optional<PageKey>> moved = new LinkedHashMap<>(segments);
        moved.put(page.segment(), Optional.ofNullable(page.next()));
        return new ReadPosition(moved);
    }

    /** Whether a segment has ended. */
    public boolean hasEnded(int segment) {
        Optional<PageKey> next = segments.get(segment);
        return next != null && next.isEmpty();
    }

    /** Returns where a segment goes on; null where it begins. */
    public @Nullable PageKey next(int segment) {
        return segments.getOrDefault(segment, Optional.empty()).orElse(null);
    }
}
