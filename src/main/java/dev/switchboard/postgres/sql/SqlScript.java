package dev.switchboard.postgres.sql;

import java.util.ArrayList;
import java.util.List;

/** Splits a SQL script into statements, at semicolons outside strings, quoted names, dollar quotes and comments. */
public final class SqlScript {
    /**
     * A statement.
     *
     * @param number the number of the statement, from 1
     * @param line the line of its first word, from 1
     * @param text the text without the semicolon and the comments before it
     */
    public record Statement(int number, int line, String text) {}

    /** Counts lines in one forward pass. */
    private static final class Lines {
        private final String script;
        private int counted;
        private int line = 1;

        Lines(String script) {
            this.script = script;
        }

        int at(int position) {
            for (; counted < position; counted++) {
                if (script.charAt(counted) == '\n') {
                    line++;
                }
            }
            return line;
        }
    }

    private SqlScript() {}

    public static List<Statement> statements(String script) {
        List<Statement> statements = new ArrayList<>();
        int start = skipBlank(script, 0);
        int i = start;
        // A function body in standard SQL (BEGIN ATOMIC … END) contains semicolons that end no statement.
        int depth = 0;
        Lines lines = new Lines(script);
        while (i < script.length()) {
            int after = SqlLexer.after(script, i);
            if (after > i) {
                i = after;
            } else if (script.charAt(i) == ';' && depth == 0) {
                add(statements, script, start, i, lines);
                start = skipBlank(script, i + 1);
                i = start;
            } else if (startsWord(script, i)) {
                int end = endOfWord(script, i);
                depth = depthAfter(script, start, i, end, depth);
                i = end;
            } else {
                i++;
            }
        }
        add(statements, script, start, script.length(), lines);
        return statements;
    }

    private static int depthAfter(String script, int start, int from, int to, int depth) {
        String word = script.substring(from, to);
        if (depth == 0) {
            boolean body = word.equalsIgnoreCase("atomic")
                    && script.regionMatches(true, start, "create", 0, "create".length())
                    && endsWithBegin(script, start, from);
            return body ? 1 : 0;
        }
        if (word.equalsIgnoreCase("case")) {
            return depth + 1;
        }
        return word.equalsIgnoreCase("end") ? depth - 1 : depth;
    }

    /** Searches backwards, because copying the preceding text would make a long script take quadratic time. */
    private static boolean endsWithBegin(String script, int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(script.charAt(last - 1))) {
            last--;
        }
        int first = last - "begin".length();
        return first >= start && script.regionMatches(true, first, "begin", 0, "begin".length());
    }

    private static boolean startsWord(String script, int at) {
        return Character.isLetter(script.charAt(at)) || script.charAt(at) == '_';
    }

    private static int endOfWord(String script, int at) {
        int end = at;
        while (end < script.length() && SqlLexer.isNamePart(script.charAt(end))) {
            end++;
        }
        // The E of E'…' belongs to its string, which is found by looking back at it.
        return end;
    }

    private static void add(List<Statement> statements, String script, int start, int end, Lines lines) {
        String text = script.substring(start, end).strip();
        if (!text.isEmpty()) {
            statements.add(new Statement(statements.size() + 1, lines.at(start), text));
        }
    }

    private static int skipBlank(String script, int from) {
        int i = from;
        while (i < script.length()) {
            if (SqlLexer.isComment(script, i)) {
                i = SqlLexer.after(script, i);
            } else if (Character.isWhitespace(script.charAt(i)) || script.charAt(i) == '\uFEFF') {
                i++;
            } else {
                break;
            }
        }
        return i;
    }
}
