package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.partiql.PartiqlToken.Kind;
import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the values that a statement contains: strings, numbers, true, false, null, lists, sets, maps and parameters. */
final class LiteralReader {
    private LiteralReader() {}

    /** Whether the next token begins a value. */
    static boolean begins(TokenReader tokens) {
        PartiqlToken next = tokens.peek();
        return next != null && switch (next.kind()) {
            case STRING, NUMBER -> true;
            case WORD -> List.of("TRUE", "FALSE", "NULL").contains(next.upper());
            case SYMBOL -> List.of("?", "[", "{", "<<", "-").contains(next.text());
            case QUOTED_NAME, COMMENT -> false;
        };
    }

    /**
     * Reads a value.
     *
     * @throws dev.switchboard.failure.InvalidInputException if there is none
     */
    static TypedValue read(TokenReader tokens) {
        if (!begins(tokens)) {
            throw tokens.unexpected();
        }
        PartiqlToken token = tokens.next();
        return switch (token.kind()) {
            case STRING -> new TypedValue.Text(token.value());
            case NUMBER -> new TypedValue.Digits(token.text());
            case WORD -> token.is("NULL")
                    ? new TypedValue.Nothing()
                    : new TypedValue.Truth(Boolean.parseBoolean(token.text().toLowerCase(Locale.ROOT)));
            default -> switch (token.text()) {
                case "?" -> tokens.parameter();
                case "-" -> negative(tokens);
                case "[" -> new TypedValue.Elements(until(tokens, "]"));
                case "<<" -> set(tokens);
                default -> map(tokens);
            };
        };
    }

    private static TypedValue negative(TokenReader tokens) {
        PartiqlToken digits = tokens.peek();
        if (digits == null || digits.kind() != Kind.NUMBER) {
            throw tokens.unexpected();
        }
        return new TypedValue.Digits("-" + tokens.next().text());
    }

    /** Reads values separated by commas, and the symbol after them. */
    static List<TypedValue> until(TokenReader tokens, String end) {
        List<TypedValue> values = new ArrayList<>();
        while (!tokens.takesSymbol(end)) {
            if (!values.isEmpty()) {
                tokens.expectSymbol(",");
            }
            values.add(read(tokens));
        }
        return values;
    }

    private static TypedValue set(TokenReader tokens) {
        List<TypedValue> values = until(tokens, ">>");
        List<String> texts = new ArrayList<>();
        List<String> digits = new ArrayList<>();
        List<ByteString> bytes = new ArrayList<>();
        for (TypedValue value : values) {
            switch (value) {
                case TypedValue.Text(String text) -> texts.add(text);
                case TypedValue.Digits(String number) -> digits.add(number);
                case TypedValue.Binary(ByteString binary) -> bytes.add(binary);
                default -> throw tokens.unexpected();
            }
        }
        if (values.size() == texts.size() && !values.isEmpty()) {
            return new TypedValue.TextSet(texts);
        }
        if (values.size() == digits.size() && !values.isEmpty()) {
            return new TypedValue.DigitsSet(digits);
        }
        if (values.size() == bytes.size() && !values.isEmpty()) {
            return new TypedValue.BinarySet(bytes);
        }
        throw tokens.unexpected();
    }

    private static TypedValue.Members map(TokenReader tokens) {
        Map<String, TypedValue> members = new LinkedHashMap<>();
        while (!tokens.takesSymbol("}")) {
            if (!members.isEmpty()) {
                tokens.expectSymbol(",");
            }
            PartiqlToken name = tokens.next();
            if ((name.kind() != Kind.STRING && !name.isName()) || !name.closed()) {
                throw tokens.unexpected();
            }
            tokens.expectSymbol(":");
            members.put(name.value(), read(tokens));
        }
        return new TypedValue.Members(members);
    }
}
