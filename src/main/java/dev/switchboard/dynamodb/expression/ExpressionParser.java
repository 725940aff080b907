package dev.switchboard.dynamodb.expression;

import dev.switchboard.dynamodb.expression.ExpressionTokens.Kind;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.dynamodb.value.ValueType;
import dev.switchboard.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses conditions: what {@link ExpressionPrinter} prints, and DynamoDB's own expressions with placeholders. Words of the grammar may have
 * any case, except the names of functions inside double quotes, which are attributes.
 */
public final class ExpressionParser {
    private static final int DEEPEST = 200;
    private final TokenReader tokens;
    private final Map<String, String> names;
    private final ValueParser values;
    private int depth;

    private ExpressionParser(String text, Map<String, String> names, Map<String, TypedValue> values) {
        this.tokens = new TokenReader(ExpressionTokens.of(text));
        this.names = names;
        this.values = new ValueParser(tokens, values);
    }

    /**
     * Parses a condition with its values in place.
     *
     * @throws InvalidInputException if the text is not valid, with the position of the first error
     */
    public static Filter parse(String text) {
        return parse(text, Map.of(), Map.of());
    }

    /**
     * Parses a condition with placeholders.
     *
     * @param names attribute names by placeholder, such as {@code #n}
     * @param values values by placeholder, such as {@code :v}
     * @throws InvalidInputException if the text is not valid, with the position of the first error
     */
    public static Filter parse(String text, Map<String, String> names, Map<String, TypedValue> values) {
        ExpressionParser parser = new ExpressionParser(text, names, values);
        Filter filter = parser.or();
        parser.tokens.end();
        return filter;
    }

    /** Parses attribute paths that are separated by commas. */
    public static List<AttributePath> parsePaths(String text, Map<String, String> names) {
        ExpressionParser parser = new ExpressionParser(text, names, Map.of());
        List<AttributePath> paths = new ArrayList<>();
        do {
            paths.add(parser.path());
        } while (parser.tokens.takeSign(","));
        parser.tokens.end();
        return paths;
    }

    /**
     * Parses a path, the size of a path, or a value, such as {@code size(tags)} or {@code 'open'}.
     *
     * @throws InvalidInputException if the text is not valid, with the position of the first error
     */
    public static Operand parseOperand(String text) {
        return parseOperands(text).getFirst();
    }

    /** Parses one or more operands that are separated by commas. */
    public static List<Operand> parseOperands(String text) {
        ExpressionParser parser = new ExpressionParser(text, Map.of(), Map.of());
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(parser.operand());
        } while (parser.tokens.takeSign(","));
        parser.tokens.end();
        return operands;
    }

    private Filter or() {
        List<Filter> parts = new ArrayList<>(List.of(and()));
        while (tokens.takeWord("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter and() {
        List<Filter> parts = new ArrayList<>(List.of(not()));
        while (tokens.takeWord("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter not() {
        if (++depth > DEEPEST) {
            throw tokens.bad("expression.depth");
        }
        Filter filter = tokens.takeWord("not") ? new Filter.Not(not()) : condition();
        depth--;
        return filter;
    }

    private Filter condition() {
        if (tokens.takeSign("(")) {
            Filter inner = or();
            tokens.expectSign(")");
            return inner;
        }
        for (String function : List.of("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains")) {
            if (tokens.takeWord(function)) {
                return function(function);
            }
        }
        return comparison(operand());
    }

    private Filter function(String name) {
        tokens.expectSign("(");
        Filter filter = switch (name) {
            case "attribute_exists" -> new Filter.Exists(path(), true);
            case "attribute_not_exists" -> new Filter.Exists(path(), false);
            case "attribute_type" -> type();
            default -> {
                Operand first = operand();
                tokens.expectSign(",");
                Operand second = operand();
                yield name.equals("contains") ? new Filter.Contains(first, second) : new Filter.BeginsWith(first, second);
            }
        };
        tokens.expectSign(")");
        return filter;
    }

    private Filter type() {
        AttributePath path = path();
        tokens.expectSign(",");
        InvalidInputException otherwise = tokens.bad("expression.type");
        TypedValue value = values.value();
        return Arrays.stream(ValueType.values())
                .filter(type -> value.equals(new TypedValue.Text(type.name())))
                .findFirst()
                .map(type -> new Filter.HasType(path, type))
                .orElseThrow(() -> otherwise);
    }

    private Filter comparison(Operand left) {
        if (tokens.takeWord("between")) {
            Operand low = operand();
            if (!tokens.takeWord("and")) {
                throw tokens.bad("expression.between");
            }
            return new Filter.Between(left, low, operand());
        }
        if (tokens.takeWord("in")) {
            tokens.expectSign("(");
            List<Operand> options = new ArrayList<>();
            do {
                options.add(operand());
            } while (tokens.takeSign(","));
            tokens.expectSign(")");
            return new Filter.In(left, options);
        }
        for (Comparison comparison : Comparison.values()) {
            if (tokens.takeSign(comparison.sign())) {
                return new Filter.Compare(left, comparison, operand());
            }
        }
        throw tokens.bad("expression.operator");
    }

    private Operand operand() {
        if (tokens.takeWord("size")) {
            tokens.expectSign("(");
            AttributePath path = path();
            tokens.expectSign(")");
            return new Operand.Size(path);
        }
        return isName() ? new Operand.Attribute(path()) : new Operand.Literal(values.value());
    }

    private boolean isName() {
        String text = tokens.peek().text();
        return switch (tokens.peek().kind()) {
            case QUOTED -> true;
            case WORD -> !ExpressionTokens.isWord(text);
            case PLACEHOLDER -> text.startsWith("#");
            default -> false;
        };
    }

    private AttributePath path() {
        String attribute = name();
        List<AttributePath.Step> steps = new ArrayList<>();
        while (true) {
            if (tokens.takeSign(".")) {
                steps.add(new AttributePath.Member(name()));
            } else if (tokens.takeSign("[")) {
                String index = tokens.peek().text();
                if (tokens.peek().kind() != Kind.NUMBER || !index.matches("\\d{1,9}")) {
                    throw tokens.bad("expression.index");
                }
                tokens.next();
                steps.add(new AttributePath.Element(Integer.parseInt(index)));
                tokens.expectSign("]");
            } else {
                return new AttributePath(attribute, steps);
            }
        }
    }

    private String name() {
        if (!isName()) {
            throw tokens.bad("expression.name");
        }
        String text = tokens.peek().text();
        @Nullable String name = switch (tokens.peek().kind()) {
            case QUOTED -> text.substring(1, text.length() - 1).replace("\"\"", "\"");
            case PLACEHOLDER -> names.get(text);
            default -> text;
        };
        if (name == null) {
            throw tokens.bad("expression.placeholder");
        }
        tokens.next();
        return name;
    }

    /** Reads tokens one after the other. */
    static final class TokenReader {
        private final List<ExpressionTokens.Token> tokens;
        private int at;

        TokenReader(List<ExpressionTokens.Token> tokens) {
            this.tokens = tokens;
        }

        ExpressionTokens.Token peek() {
            return tokens.get(at);
        }

        ExpressionTokens.Token next() {
            return peek().kind() == Kind.END ? peek() : tokens.get(at++);
        }

        boolean takeWord(String word) {
            return take(Kind.WORD, word);
        }

        boolean takeSign(String sign) {
            return take(Kind.SIGN, sign);
        }

        private boolean take(Kind kind, String text) {
            boolean found = peek().kind() == kind && peek().text().toLowerCase(Locale.ROOT).equals(text);
            if (found) {
                at++;
            }
            return found;
        }

        void expectSign(String sign) {
            if (!takeSign(sign)) {
                throw bad("expression.expected", sign);
            }
        }

        void end() {
            if (peek().kind() != Kind.END) {
                throw bad("expression.after");
            }
        }

        InvalidInputException bad(String key, Object... arguments) {
            return ExpressionTokens.bad(peek().start(), dev.switchboard.text.Messages.of(ExpressionParser.class).get(key, arguments));
        }
    }
}
