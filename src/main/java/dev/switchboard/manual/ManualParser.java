package dev.switchboard.manual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Reads Markdown with the kinds of markup that the manual uses; the only class that knows the library. */
final class ManualParser {
    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** @throws IllegalArgumentException if the page has no title, or markup that could not be shown */
    ManualPage page(String id, String markdown) {
        Map<String, Integer> anchors = new HashMap<>();
        List<ManualBlock> blocks = blocks(parser.parse(markdown), anchors);
        if (blocks.isEmpty() || !(blocks.getFirst() instanceof ManualBlock.Heading title) || title.level() != 1) {
            throw new IllegalArgumentException("The page " + id + " does not begin with its title");
        }
        return new ManualPage(id, ManualSpan.text(title.spans()), blocks);
    }

    private static List<ManualBlock> blocks(Node parent, Map<String, Integer> anchors) {
        List<ManualBlock> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            blocks.add(block(node, anchors));
        }
        return blocks;
    }

    private static ManualBlock block(Node node, Map<String, Integer> anchors) {
        return switch (node) {
            case Heading heading -> {
                List<ManualSpan> spans = spans(heading);
                yield new ManualBlock.Heading(heading.getLevel(), anchor(ManualSpan.text(spans), anchors), spans);
            }
            case Paragraph paragraph -> new ManualBlock.Paragraph(spans(paragraph));
            case BulletList list -> new ManualBlock.Items(false, items(list, anchors));
            case OrderedList list -> new ManualBlock.Items(true, items(list, anchors));
            case FencedCodeBlock code -> new ManualBlock.Code(code.getLiteral().stripTrailing());
            case TableBlock table -> table(table);
            default -> throw new IllegalArgumentException("The manual does not use " + node);
        };
    }

    private static List<List<ManualBlock>> items(Node list, Map<String, Integer> anchors) {
        List<List<ManualBlock>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item, anchors));
        }
        return items;
    }

    private static ManualBlock table(TableBlock table) {
        List<List<ManualSpan>> header = List.of();
        List<List<List<ManualSpan>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<List<ManualSpan>> cells = new ArrayList<>();
                for (Node cell = ((TableRow) row).getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(spans(cell));
                }
                if (part instanceof TableHead) {
                    header = cells;
                } else {
                    rows.add(cells);
                }
            }
        }
        return new ManualBlock.Table(header, rows);
    }

    private static List<ManualSpan> spans(Node parent) {
        List<ManualSpan> spans = new ArrayList<>();
        add(spans, parent, ManualSpan.Style.PLAIN, "");
        return spans;
    }

    private static void add(List<ManualSpan> spans, Node parent, ManualSpan.Style style, String link) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> append(spans, new ManualSpan(text.getLiteral(), style, link));
                case Code code -> append(spans, new ManualSpan(code.getLiteral(), ManualSpan.Style.CODE, link));
                case SoftLineBreak lineBreak -> append(spans, new ManualSpan(" ", style, link));
                case StrongEmphasis strong -> add(spans, strong, ManualSpan.Style.STRONG, link);
                case Emphasis emphasis -> add(spans, emphasis, ManualSpan.Style.EMPHASIS, link);
                case Link to -> add(spans, to, style, to.getDestination());
                default -> throw new IllegalArgumentException("The manual does not use " + node);
            }
        }
    }

    /** The parser divides a text at each character that could have been markup. */
    private static void append(List<ManualSpan> spans, ManualSpan next) {
        if (!spans.isEmpty()) {
            ManualSpan last = spans.getLast();
            if (last.style() == next.style() && last.link().equals(next.link()) && next.style() != ManualSpan.Style.CODE) {
                spans.set(spans.size() - 1, new ManualSpan(last.text() + next.text(), last.style(), last.link()));
                return;
            }
        }
        spans.add(next);
    }

    /** As on GitHub, so that the links of a page work there too. */
    private static String anchor(String heading, Map<String, Integer> anchors) {
        String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-');
        int number = anchors.merge(plain, 1, Integer::sum) - 1;
        return number == 0 ? plain : plain + "-" + number;
    }
}
