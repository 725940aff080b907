package dev.switchboard.manual;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a sentence in one style.
 *
 * @param link where it leads, such as {@code tables.md#restore-a-table} or a URL; empty for nowhere
 */
public record ManualSpan(String text, Style style, String link) {
    /** How a span is set off from the text around it. */
    public enum Style {
        PLAIN,
        STRONG,
        EMPHASIS,
        CODE
    }

    /** Returns whether the span leads somewhere. */
    public boolean isLink() {
        return !link.isEmpty();
    }

    /** Returns the text of several spans. */
    public static String text(List<ManualSpan> spans) {
        return spans.stream().map(ManualSpan::text).collect(Collectors.joining());
    }
}
