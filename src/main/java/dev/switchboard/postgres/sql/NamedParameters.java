package dev.switchboard.postgres.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A parsed statement with {@code :name} parameters. A cast ({@code ::text}), a slice ({@code [1:2]}), and text in strings, quoted names
 * or comments are not parameters.
 *
 * @param pieces the text between the parameters, one more than these
 * @param names the parameters in order of appearance, including repetitions
 */
record NamedParameters(List<String> pieces, List<String> names) {
    static NamedParameters parse(String sql) {
        List<String> pieces = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int pieceStart = 0;
        int i = 0;
        while (i < sql.length()) {
            int after = SqlLexer.after(sql, i);
            if (after > i) {
                i = after;
            } else if (sql.startsWith("::", i)) {
                i += 2;
            } else if (isParameter(sql, i)) {
                int end = i + 1;
                while (end < sql.length() && isWord(sql.charAt(end))) {
                    end++;
                }
                pieces.add(sql.substring(pieceStart, i));
                names.add(sql.substring(i + 1, end));
                pieceStart = end;
                i = end;
            } else {
                i++;
            }
        }
        pieces.add(sql.substring(pieceStart));
        return new NamedParameters(List.copyOf(pieces), List.copyOf(names));
    }

    private static boolean isParameter(String sql, int at) {
        return sql.charAt(at) == ':' && at + 1 < sql.length() && Character.isLetter(sql.charAt(at + 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Returns the statement for JDBC, with question marks as parameters. Question marks in operators are doubled for the driver. */
    String jdbc() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            out.append(i == 0 ? "" : "?").append(escapeOperators(pieces.get(i)));
        }
        return out.toString();
    }

    private static String escapeOperators(String piece) {
        if (piece.indexOf('?') < 0) {
            return piece;
        }
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < piece.length()) {
            int after = SqlLexer.after(piece, i);
            if (after > i) {
                out.append(piece, i, after);
                i = after;
            } else {
                out.append(piece.charAt(i) == '?' ? "??" : piece.substring(i, i + 1));
                i++;
            }
        }
        return out.toString();
    }

    /** Returns the statement with each parameter replaced. */
    String filled(Function<String, String> parameter) {
        StringBuilder out = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < names.size(); i++) {
            out.append(parameter.apply(names.get(i))).append(pieces.get(i + 1));
        }
        return out.toString();
    }
}
