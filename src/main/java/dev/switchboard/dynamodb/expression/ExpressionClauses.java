package dev.switchboard.dynamodb.expression;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides the text of a whole query into its clauses, such as {@code WHERE pk = 'a' FILTER size(tags) > 3 LIMIT 10}. A comment begins with
 * two hyphens and ends with its line. A name that is one of the words needs double quotes.
 */
public final class ExpressionClauses {
    /** The words that begin a clause, in lower case. */
    static final Set<String> WORDS =
            Set.of("scan", "query", "index", "where", "filter", "attributes", "descending", "limit", "strong", "segments", "rate");

    private static final Messages TEXT = Messages.of(ExpressionClauses.class);
    private static final Pattern QUOTED_OR_COMMENT =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*");

    private ExpressionClauses() {}

    /**
     * A clause.
     *
     * @param word its first word, in lower case
     * @param body what follows, preceded by as many spaces as there are characters before it, so that positions are those of the whole text
     * @param start the index of its first word in the whole text
     */
    public record Clause(String word, String body, int start) {
        /**
         * Returns the failure for this clause.
         *
         * @param what what is wrong with it
         */
        public InvalidInputException bad(String what) {
            return ExpressionTokens.bad(start, what);
        }

        /** Returns the body as a name, without its quotes; empty if there is none. */
        public String name() {
            String text = body.strip();
            return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                    ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                    : text;
        }
    }

    /**
     * Returns the clauses of a text in their order.
     *
     * @throws InvalidInputException if the text does not begin with a clause, has one twice, or has a character that no token begins with
     */
    public static List<Clause> split(String text) {
        String code = withoutComments(text);
        List<ExpressionTokens.Token> tokens = ExpressionTokens.of(code);
        List<ExpressionTokens.Token> starts = tokens.stream().filter(ExpressionClauses::begins).toList();
        if (starts.isEmpty() || starts.getFirst().start() != tokens.getFirst().start()) {
            throw ExpressionTokens.bad(tokens.getFirst().start(), TEXT.get("clause.first"));
        }
        List<Clause> clauses = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < starts.size(); i++) {
            ExpressionTokens.Token start = starts.get(i);
            int from = start.start() + start.text().length();
            int to = i + 1 < starts.size() ? starts.get(i + 1).start() : code.length();
            String word = start.text().toLowerCase(Locale.ROOT);
            if (!seen.add(word)) {
                throw ExpressionTokens.bad(start.start(), TEXT.get("clause.twice", word.toUpperCase(Locale.ROOT)));
            }
            clauses.add(new Clause(word, " ".repeat(from) + code.substring(from, to), start.start()));
        }
        return clauses;
    }

    private static boolean begins(ExpressionTokens.Token token) {
        return token.kind() == ExpressionTokens.Kind.WORD && WORDS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private static String withoutComments(String text) {
        return QUOTED_OR_COMMENT.matcher(text).replaceAll(match -> {
            String found = match.group();
            return Matcher.quoteReplacement(found.startsWith("--") ? " ".repeat(found.length()) : found);
        });
    }
}
