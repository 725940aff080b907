package dev.switchboard.postgres.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script of the folder {@code locked-sql}: the database it is for, what it tries, and its text. */
record SqlBlock(String database, String title, String script) {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("«CR»", "\r"),
            Map.entry("«LF»", "\n"),
            Map.entry("«FF»", "\f"),
            Map.entry("«VT»", "\u000b"),
            Map.entry("«NUL»", "\0"),
            Map.entry("«NEL»", "\u0085"),
            Map.entry("«LS»", "\u2028"),
            Map.entry("«EMSP»", "\u2003"),
            Map.entry("«NBSP»", "\u00a0"),
            Map.entry("«ZWSP»", "\u200b"),
            Map.entry("«BOM»", "\ufeff"),
            Map.entry("«SURROGATE»", "\ud800"),
            Map.entry("«LOW»", "\udc00"));

    private static final Pattern REPEATED = Pattern.compile("«REPEAT (\\d+)»(.*?)«END»", Pattern.DOTALL);

    /** The blocks of a file. */
    static List<SqlBlock> read(String file, Map<String, String> values) {
        List<SqlBlock> blocks = new ArrayList<>();
        for (String block : text(file).split("(?m)^=== ", -1)) {
            int end = block.indexOf('\n');
            if (!block.startsWith("#") && end > 0) {
                String head = block.substring(0, end);
                int bar = head.indexOf(" | ");
                String script = filled(block.substring(end + 1).strip(), values);
                blocks.add(new SqlBlock(bar < 0 ? "" : head.substring(0, bar), head.substring(bar < 0 ? 0 : bar + 3), script));
            }
        }
        return blocks;
    }

    /** The text of a file. */
    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(SqlBlock.class.getResourceAsStream("/locked-sql/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with values and hidden characters in the place of their marks. */
    static String filled(String text, Map<String, String> values) {
        String filled = REPEATED.matcher(text).replaceAll(SqlBlock::repeated);
        for (Map<String, String> marks : List.of(SIGNS, values)) {
            for (Map.Entry<String, String> mark : marks.entrySet()) {
                filled = filled.replace(mark.getKey(), mark.getValue());
            }
        }
        return filled;
    }

    private static String repeated(MatchResult match) {
        return Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1))));
    }
}
