package dev.switchboard.manual;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of the manual.
 *
 * @param id the name of its file without {@code .md}; a screen’s page has the ID of the screen
 */
public record ManualPage(String id, String title, List<ManualBlock> blocks) {
    /** Returns the headings from the second level on, in the order of the page. */
    public List<ManualBlock.Heading> headings() {
        return blocks.stream()
                .filter(ManualBlock.Heading.class::isInstance)
                .map(ManualBlock.Heading.class::cast)
                .filter(heading -> heading.level() > 1)
                .toList();
    }

    /** Returns the parts of the page, each from one heading to the next; the first has the title. */
    List<ManualSection> sections() {
        List<ManualSection> sections = new ArrayList<>();
        String anchor = "";
        String heading = title;
        StringBuilder text = new StringBuilder();
        for (ManualBlock block : blocks) {
            if (block instanceof ManualBlock.Heading next) {
                if (next.level() > 1) {
                    sections.add(new ManualSection(this, anchor, heading, text.toString().strip()));
                    anchor = next.anchor();
                    heading = ManualSpan.text(next.spans());
                    text.setLength(0);
                }
            } else {
                append(text, block);
            }
        }
        sections.add(new ManualSection(this, anchor, heading, text.toString().strip()));
        return sections;
    }

    private static void append(StringBuilder text, ManualBlock block) {
        switch (block) {
            case ManualBlock.Heading heading -> text.append(ManualSpan.text(heading.spans())).append(' ');
            case ManualBlock.Paragraph paragraph -> text.append(ManualSpan.text(paragraph.spans())).append(' ');
            case ManualBlock.Items list -> list.items().forEach(item -> item.forEach(inner -> append(text, inner)));
            case ManualBlock.Code code -> text.append(code.text().replace('\n', ' ')).append(' ');
            case ManualBlock.Table table -> {
                table.header().forEach(cell -> text.append(ManualSpan.text(cell)).append(' '));
                table.rows().forEach(row -> row.forEach(cell -> text.append(ManualSpan.text(cell)).append(' ')));
            }
        }
    }
}
