package dev.switchboard.postgres.sql;

/** Finds the parts of a SQL text that are not syntax: strings, quoted names, dollar quotes and comments. */
final class SqlLexer {
    private SqlLexer() {}

    /**
     * Returns the index after the string, quoted name, dollar quote or comment that begins at an index, or the index itself if none
     * begins there. An unclosed one extends to the end.
     */
    static int after(String sql, int at) {
        char c = sql.charAt(at);
        return switch (c) {
            case '\'' -> afterQuote(sql, at, '\'', isEscapeString(sql, at));
            case '"' -> afterQuote(sql, at, '"', false);
            case '$' -> afterDollarQuote(sql, at);
            case '-' -> sql.startsWith("--", at) ? afterLine(sql, at) : at;
            case '/' -> sql.startsWith("/*", at) ? afterBlockComment(sql, at) : at;
            default -> at;
        };
    }

    /** Returns whether a comment begins at an index. */
    static boolean isComment(String sql, int at) {
        return sql.startsWith("--", at) || sql.startsWith("/*", at);
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }

    /** Recognizes {@code E'…'}, in which a backslash escapes; the E must not be the end of a longer word. */
    private static boolean isEscapeString(String sql, int quote) {
        return quote > 0
                && (sql.charAt(quote - 1) == 'E' || sql.charAt(quote - 1) == 'e')
                && (quote == 1 || !isNamePart(sql.charAt(quote - 2)));
    }

    private static int afterQuote(String sql, int at, char quote, boolean backslashEscapes) {
        for (int i = at + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\' && backslashEscapes) {
                i++;
            } else if (c == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    private static int afterDollarQuote(String sql, int at) {
        if (at > 0 && isNamePart(sql.charAt(at - 1))) {
            return at;
        }
        int end = at + 1;
        while (end < sql.length() && sql.charAt(end) != '$' && isNamePart(sql.charAt(end))) {
            end++;
        }
        boolean tag = end < sql.length() && sql.charAt(end) == '$' && !Character.isDigit(sql.charAt(at + 1));
        if (!tag) {
            return at;
        }
        int close = sql.indexOf(sql.substring(at, end + 1), end + 1);
        return close < 0 ? sql.length() : close + end + 1 - at;
    }

    /** A comment ends at a carriage return too, for the server as for the driver. */
    private static int afterLine(String sql, int at) {
        int end = at;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return Math.min(sql.length(), end + 1);
    }

    /** Block comments can be nested in PostgreSQL. */
    private static int afterBlockComment(String sql, int at) {
        int depth = 0;
        for (int i = at; i < sql.length() - 1; i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }
}
