package dev.switchboard.manual;

import java.util.List;

/** A part of a page that begins on a line of its own. */
public sealed interface ManualBlock {
    /**
     * A heading.
     *
     * @param level 1 for the title of the page
     * @param anchor what a link to it has after the {@code #}
     */
    record Heading(int level, String anchor, List<ManualSpan> spans) implements ManualBlock {}

    /** A paragraph of text. */
    record Paragraph(List<ManualSpan> spans) implements ManualBlock {}

    /** A list with bullets or numbers. */
    record Items(boolean numbered, List<List<ManualBlock>> items) implements ManualBlock {}

    /** Commands or other code, line by line as written. */
    record Code(String text) implements ManualBlock {}

    /** A table; each cell is a list of spans, and each row has as many cells as the header. */
    record Table(List<List<ManualSpan>> header, List<List<List<ManualSpan>>> rows) implements ManualBlock {}
}
