package dev.switchboard.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats a page as plain text of a given width. Code is never wrapped, so that it can be copied. */
public final class PlainTextFormatter {
    private static final int LEAST_WIDTH = 30;
    private static final int INDENT = 2;
    private final int width;
    private final List<ManualLine> lines = new ArrayList<>();

    private PlainTextFormatter(int width) {
        this.width = Math.max(LEAST_WIDTH, width);
    }

    /** Returns the lines of a page, none longer than the width except in code. */
    public static List<ManualLine> lines(ManualPage page, int width) {
        PlainTextFormatter formatter = new PlainTextFormatter(width);
        page.blocks().forEach(block -> formatter.block(block, 0, ""));
        while (!formatter.lines.isEmpty() && formatter.lines.getLast().text().isEmpty()) {
            formatter.lines.removeLast();
        }
        return formatter.lines;
    }

    /** @param mark the bullet or number in front of the first line, which takes part of the indent */
    private void block(ManualBlock block, int indent, String mark) {
        switch (block) {
            case ManualBlock.Heading heading -> {
                String text = ManualSpan.text(heading.spans());
                wrap(heading.level() == 1 ? text.toUpperCase(Locale.ROOT) : text, width)
                        .forEach(line -> lines.add(new ManualLine(line, true)));
                if (heading.level() == 1) {
                    blank();
                }
            }
            case ManualBlock.Paragraph paragraph -> {
                text(text(paragraph.spans()), indent, mark);
                blank();
            }
            case ManualBlock.Code code -> {
                code.text().lines().forEach(line -> add(" ".repeat(indent + INDENT) + line));
                blank();
            }
            case ManualBlock.Items list -> items(list, indent);
            case ManualBlock.Table table -> {
                PlainTextTable.lines(table, width - indent).forEach(line -> add(" ".repeat(indent) + line));
                blank();
            }
        }
    }

    private void items(ManualBlock.Items list, int indent) {
        int number = 1;
        for (List<ManualBlock> item : list.items()) {
            String mark = list.numbered() ? number++ + ". " : "- ";
            boolean first = true;
            for (ManualBlock inner : item) {
                block(inner, indent + mark.length(), first ? mark : "");
                first = false;
            }
            // The items of a list are close together.
            if (lines.getLast().text().isEmpty()) {
                lines.removeLast();
            }
        }
        blank();
    }

    private void text(String text, int indent, String mark) {
        String before = " ".repeat(indent - mark.length()) + mark;
        for (String line : wrap(text, width - indent)) {
            add(before + line);
            before = " ".repeat(indent);
        }
    }

    private void add(String line) {
        lines.add(new ManualLine(line.stripTrailing(), false));
    }

    private void blank() {
        if (!lines.isEmpty() && !lines.getLast().text().isEmpty()) {
            lines.add(new ManualLine("", false));
        }
    }

    /** Code keeps its marks, without which its words could not be told from the sentence; other styles have none. */
    static String text(List<ManualSpan> spans) {
        StringBuilder text = new StringBuilder();
        for (ManualSpan span : spans) {
            text.append(span.style() == ManualSpan.Style.CODE ? "`" + span.text() + "`" : span.text());
        }
        return text.toString();
    }

    /** Breaks a text between words; a word that is longer than the width stays whole. */
    static List<String> wrap(String text, int width) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }
}
