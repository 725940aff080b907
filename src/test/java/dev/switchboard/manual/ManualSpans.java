package dev.switchboard.manual;

import java.util.List;
import java.util.stream.Stream;

/** All spans of a page, wherever they are. */
public final class ManualSpans {
    private ManualSpans() {}

    /** Returns the spans in the order of the page. */
    public static Stream<ManualSpan> of(ManualPage page) {
        return page.blocks().stream().flatMap(ManualSpans::of);
    }

    /** Returns the lines of the code blocks. */
    public static Stream<String> codeLines(ManualPage page) {
        return page.blocks().stream().filter(ManualBlock.Code.class::isInstance).flatMap(code -> ((ManualBlock.Code) code).text().lines());
    }

    private static Stream<ManualSpan> of(ManualBlock block) {
        return switch (block) {
            case ManualBlock.Heading heading -> heading.spans().stream();
            case ManualBlock.Paragraph paragraph -> paragraph.spans().stream();
            case ManualBlock.Items list -> list.items().stream().flatMap(List::stream).flatMap(ManualSpans::of);
            case ManualBlock.Code code -> Stream.of();
            case ManualBlock.Table table -> Stream.concat(
                    table.header().stream().flatMap(List::stream),
                    table.rows().stream().flatMap(List::stream).flatMap(List::stream));
        };
    }
}
