package dev.switchboard.explorer.copyas;

import java.util.function.IntFunction;

/** Quotes texts as literals. Characters that cannot be seen, such as direction overrides, are always escaped. */
final class CodeStrings {
    private CodeStrings() {}

    /** Returns a Java string literal. A Unicode escape of a line end would end the literal, so that those have escapes of their own. */
    static String java(String text) {
        return quoted(text, '"', c -> c < 0x20 ? String.format("\\%03o", c) : utf16(c));
    }

    /** Returns a Python string literal. */
    static String python(String text) {
        return quoted(text, '\'', c -> c > 0xFFFF ? String.format("\\U%08x", c) : String.format("\\u%04x", c));
    }

    /** Returns an ECMAScript string literal. */
    static String javaScript(String text) {
        return quoted(text, '\'', CodeStrings::utf16);
    }

    /** Returns JSON with escapes for what cannot be seen. But for line feeds, that is only ever inside its strings. */
    static String json(String json) {
        StringBuilder out = new StringBuilder(json.length());
        json.codePoints().forEach(c -> out.append(isVisible(c) || c == '\n' ? Character.toString(c) : utf16(c)));
        return out.toString();
    }

    /** Quotes a text for a POSIX shell, in which only a single quote needs escaping inside single quotes. */
    static String shell(String text) {
        return text.matches("[A-Za-z0-9_./:@][A-Za-z0-9_./:@-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String quoted(String text, char quote, IntFunction<String> escape) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(quote);
                    } else {
                        out.append(isVisible(c) ? Character.toString(c) : escape.apply(c));
                    }
                }
            }
        });
        return out.append(quote).toString();
    }

    private static String utf16(int codePoint) {
        StringBuilder out = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            out.append(String.format("\\u%04x", (int) unit));
        }
        return out.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
