package dev.switchboard.postgres.sql;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * Splits a SQL script into statements as the driver does, because the driver splits what it is given once more. A statement that both read
 * as one and the server as several is rejected by the server: each is sent in one Parse message, which takes one statement.
 */
public final class SqlScript {
    private static final Messages TEXT = Messages.of(SqlScript.class);

    /**
     * A statement.
     *
     * @param number the number of the statement, from 1
     * @param line the line of its first word, from 1
     * @param offset the offset of its first word in the script, from 0
     * @param text the text without the semicolon and the comments before it; comments after it remain
     */
    public record Statement(int number, int line, int offset, String text) {}

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

    /**
     * Returns the statements of a script, for a server that reads strings as the SQL standard does.
     *
     * @throws InvalidInputException if the driver would send another text than that of the script
     */
    public static List<Statement> statements(String script) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(script)) {
            // The driver would send a question mark in its place, which is an operator.
            throw new InvalidInputException("sql_surrogate", TEXT.get("script.surrogate"), TEXT.get("script.surrogate.remedy"));
        }
        List<Statement> statements = new ArrayList<>();
        Lines lines = new Lines(script);
        int at = 0;
        for (NativeQuery piece : pieces(script, true)) {
            int start = script.indexOf(piece.nativeSql, at);
            if (start < 0) {
                // The driver reads ?? outside strings as an escaped question mark, and sends only one.
                throw new InvalidInputException("sql_question_marks", TEXT.get("script.question-marks"),
                        TEXT.get("script.question-marks.remedy"));
            }
            at = start + piece.nativeSql.length();
            addFunctionBodies(statements, script, start, at, lines);
        }
        return statements;
    }

    /**
     * Returns a text of the same length in which strings, quoted names, dollar quotes and comments are blank, so that only syntax can be found
     * in it.
     */
    public static String syntax(String sql) {
        StringBuilder syntax = new StringBuilder(sql);
        int i = 0;
        while (i < sql.length()) {
            int after = Math.min(sql.length(), SqlLexer.after(sql, i));
            for (int inside = i; inside < after; inside++) {
                syntax.setCharAt(inside, ' ');
            }
            i = Math.max(i + 1, after);
        }
        return syntax.toString();
    }

    /**
     * Returns how many statements the driver would send for a text.
     *
     * @param standardStrings whether the server reads strings as the SQL standard does, without backslash escapes
     */
    static int count(String text, boolean standardStrings) {
        return pieces(text, standardStrings).size();
    }

    private static List<NativeQuery> pieces(String script, boolean standardStrings) {
        try {
            return Parser.parseJdbcSql(script, standardStrings, false, true, false, false);
        } catch (SQLException e) {
            throw new IllegalStateException("the driver cannot split a script", e);
        }
    }

    /**
     * Adds the statements of a piece. After a function body in standard SQL (BEGIN ATOMIC … END), which contains semicolons that end no statement,
     * the driver does not find the end of the statement.
     */
    private static void addFunctionBodies(List<Statement> statements, String script, int from, int to, Lines lines) {
        int start = skipBlank(script, from, to);
        int i = start;
        int depth = 0;
        while (i < to) {
            int after = Math.min(to, SqlLexer.after(script, i));
            if (after > i) {
                i = after;
            } else if (script.charAt(i) == ';' && depth == 0 && isFunctionBodyBefore(script, start, i)) {
                add(statements, script, start, i, lines);
                start = skipBlank(script, i + 1, to);
                i = start;
            } else if (startsWord(script, i)) {
                int end = Math.min(to, endOfWord(script, i));
                depth = depthAfter(script, start, i, end, depth);
                i = end;
            } else {
                i++;
            }
        }
        add(statements, script, start, to, lines);
    }

    /** Only there the driver can have missed a semicolon; others, as those of a rule in parentheses, are its own decision. */
    private static boolean isFunctionBodyBefore(String script, int start, int semicolon) {
        int last = semicolon;
        while (last > start && Character.isWhitespace(script.charAt(last - 1))) {
            last--;
        }
        return last - start > "end".length() && script.regionMatches(true, last - "end".length(), "end", 0, "end".length());
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
            statements.add(new Statement(statements.size() + 1, lines.at(start), script.indexOf(text, start), text));
        }
    }

    private static int skipBlank(String script, int from, int to) {
        int i = from;
        while (i < to) {
            if (SqlLexer.isComment(script, i)) {
                i = Math.min(to, SqlLexer.after(script, i));
            } else if (Character.isWhitespace(script.charAt(i)) || script.charAt(i) == '\uFEFF') {
                i++;
            } else {
                break;
            }
        }
        return i;
    }
}
