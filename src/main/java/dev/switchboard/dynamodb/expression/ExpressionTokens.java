package dev.switchboard.dynamodb.expression;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of an expression text. */
final class ExpressionTokens {
    private static final Messages TEXT = Messages.of(ExpressionTokens.class);
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "between", "in", "true", "false", "null", "size", "begins_with", "contains",
                    "attribute_exists", "attribute_not_exists", "attribute_type");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_-]*");
    private static final Pattern TOKEN = Pattern.compile(
            "(?<binary>b'[A-Za-z0-9+/=]*')|(?<text>'(?:[^']++|'')*+')|(?<quoted>\"(?:[^\"]++|\"\")++\")"
                    + "|(?<number>[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,4})?)"
                    + "|(?<placeholder>[#:][\\p{L}\\p{Nd}_-]+)|(?<word>[\\p{L}_][\\p{L}\\p{Nd}_-]*)"
                    + "|(?<sign><>|<=|>=|<<|>>|[=<>()\\[\\]{},.:])");

    /** The kinds of tokens. */
    enum Kind {
        BINARY,
        TEXT,
        QUOTED,
        NUMBER,
        PLACEHOLDER,
        WORD,
        SIGN,
        END
    }

    /** A token and the index of its first character. */
    record Token(Kind kind, String text, int start) {}

    private ExpressionTokens() {}

    /** Whether a name needs no quotes in an expression, also where it is a clause of a longer text. */
    static boolean isPlainName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PLAIN.matcher(name).matches() && !WORDS.contains(lower) && !ExpressionClauses.WORDS.contains(lower);
    }

    static boolean isWord(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Kind.END, "", at));
                return tokens;
            }
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw bad(at, TEXT.get("expression.character", Quote.of(text.substring(at, Math.min(text.length(), at + 20)))));
            }
            for (Kind kind : Kind.values()) {
                if (kind != Kind.END && matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                    tokens.add(new Token(kind, matcher.group(), at));
                }
            }
            at = matcher.end();
        }
    }

    /** Returns the failure for a text that is not valid at an index. */
    static InvalidInputException bad(int index, String what) {
        return new InvalidInputException(
                "expression_malformed",
                TEXT.get("expression.malformed", String.valueOf(index + 1), what),
                TEXT.get("expression.malformed.remedy"));
    }
}
