package dev.switchboard.dynamodb.expression;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses the values of an expression text.
 *
 * @param placeholders values by placeholder, such as {@code :v}
 */
record ValueParser(ExpressionParser.TokenReader tokens, Map<String, TypedValue> placeholders) {
    TypedValue value() {
        if (tokens.takeSign("[")) {
            return new TypedValue.Elements(elements("]"));
        }
        if (tokens.takeSign("{")) {
            return members();
        }
        if (tokens.takeSign("<<")) {
            return set(elements(">>"));
        }
        String text = tokens.peek().text();
        @Nullable TypedValue value = switch (tokens.peek().kind()) {
            case TEXT -> new TypedValue.Text(text(text));
            case NUMBER -> new TypedValue.Digits(text);
            case BINARY -> binary(text);
            case PLACEHOLDER -> placeholders.get(text);
            case WORD -> switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> new TypedValue.Truth(true);
                case "false" -> new TypedValue.Truth(false);
                case "null" -> new TypedValue.Nothing();
                default -> throw tokens.bad("expression.value");
            };
            default -> throw tokens.bad("expression.value");
        };
        if (value == null) {
            throw tokens.bad("expression.placeholder");
        }
        tokens.next();
        return value;
    }

    private static String text(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("''", "'");
    }

    private TypedValue binary(String text) {
        try {
            return new TypedValue.Binary(ByteString.ofBase64(text.substring(2, text.length() - 1)));
        } catch (IllegalArgumentException e) {
            throw tokens.bad("expression.base64");
        }
    }

    private List<TypedValue> elements(String end) {
        List<TypedValue> elements = new ArrayList<>();
        if (!tokens.takeSign(end)) {
            do {
                elements.add(value());
            } while (tokens.takeSign(","));
            tokens.expectSign(end);
        }
        return elements;
    }

    private TypedValue members() {
        Map<String, TypedValue> members = new LinkedHashMap<>();
        if (!tokens.takeSign("}")) {
            do {
                if (tokens.peek().kind() != ExpressionTokens.Kind.TEXT) {
                    throw tokens.bad("expression.member");
                }
                String name = text(tokens.next().text());
                tokens.expectSign(":");
                members.put(name, value());
            } while (tokens.takeSign(","));
            tokens.expectSign("}");
        }
        return new TypedValue.Members(members);
    }

    private TypedValue set(List<TypedValue> elements) {
        if (elements.isEmpty() || elements.stream().map(TypedValue::type).distinct().count() > 1) {
            throw tokens.bad("expression.set");
        }
        return switch (elements.getFirst()) {
            case TypedValue.Text text ->
                new TypedValue.TextSet(elements.stream().map(TypedValue.Text.class::cast).map(TypedValue.Text::text).toList());
            case TypedValue.Digits digits ->
                new TypedValue.DigitsSet(elements.stream().map(TypedValue.Digits.class::cast).map(TypedValue.Digits::digits).toList());
            case TypedValue.Binary bytes ->
                new TypedValue.BinarySet(elements.stream().map(TypedValue.Binary.class::cast).map(TypedValue.Binary::bytes).toList());
            default -> throw tokens.bad("expression.set");
        };
    }
}
