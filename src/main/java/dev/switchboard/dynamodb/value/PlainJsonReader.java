package dev.switchboard.dynamodb.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses plain JSON strictly, with the position of what is wrong. */
final class PlainJsonReader {
    private static final Messages TEXT = Messages.of(PlainJsonReader.class);
    private static final String EXAMPLE = "{\"pk\": \"a\", \"n\": 1}";
    private static final int DEEPEST = 32;
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private final JsonParser json;

    private PlainJsonReader(JsonParser json) {
        this.json = json;
    }

    static TypedValue.Members read(String text, TypedValue.@Nullable Members hint) {
        try (JsonParser parser = JSON.createParser(text)) {
            PlainJsonReader reader = new PlainJsonReader(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw reader.bad("object");
            }
            TypedValue.Members members = reader.members(hint, 0);
            if (parser.nextToken() != null) {
                throw reader.bad("after");
            }
            return members;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw bad(at == null ? JsonLocation.NA : at, Quote.of(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private TypedValue.Members members(@Nullable TypedValue hint, int depth) throws IOException {
        @Nullable Map<String, TypedValue> hints = hint instanceof TypedValue.Members(Map<String, TypedValue> known) ? known : null;
        Map<String, TypedValue> values = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (name.isEmpty() && depth == 0) {
                throw bad("name");
            }
            json.nextToken();
            values.put(name, value(hints == null ? null : hints.get(name), depth + 1));
        }
        return new TypedValue.Members(values);
    }

    private TypedValue value(@Nullable TypedValue hint, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw bad("depth", DEEPEST);
        }
        return switch (json.currentToken()) {
            case VALUE_STRING -> text(json.getText(), hint);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new TypedValue.Digits(number(json.getText()));
            case VALUE_TRUE -> new TypedValue.Truth(true);
            case VALUE_FALSE -> new TypedValue.Truth(false);
            case VALUE_NULL -> new TypedValue.Nothing();
            case START_OBJECT -> members(hint, depth);
            case START_ARRAY -> elements(hint, depth);
            default -> throw bad("object");
        };
    }

    private String number(String digits) {
        if (!NumberRules.isValid(digits)) {
            throw bad("number", Quote.of(digits));
        }
        return digits;
    }

    private static TypedValue text(String text, @Nullable TypedValue hint) {
        if (hint instanceof TypedValue.Binary) {
            try {
                return new TypedValue.Binary(ByteString.ofBase64(text));
            } catch (IllegalArgumentException e) {
                return new TypedValue.Text(text);
            }
        }
        return new TypedValue.Text(text);
    }

    private TypedValue elements(@Nullable TypedValue hint, int depth) throws IOException {
        List<TypedValue> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            @Nullable TypedValue element = switch (hint) {
                case TypedValue.Elements(List<TypedValue> known) when values.size() < known.size() -> known.get(values.size());
                case TypedValue.BinarySet _ -> new TypedValue.Binary(ByteString.EMPTY);
                case null, default -> null;
            };
            values.add(value(element, depth + 1));
        }
        return hint == null ? new TypedValue.Elements(values) : asSet(values, hint.type());
    }

    /** Returns the elements as the set they were, where each of them fits it and none is there twice. */
    private static TypedValue asSet(List<TypedValue> values, ValueType was) {
        boolean fits = was.isSet() && !values.isEmpty() && new HashSet<>(values).size() == values.size()
                && values.stream().allMatch(value -> value.type() == was.element());
        return fits ? SetElements.of(was, values) : new TypedValue.Elements(values);
    }

    private InvalidInputException bad(String what, Object... arguments) {
        return bad(json.currentTokenLocation(), TEXT.get("plain." + what, arguments));
    }

    private static InvalidInputException bad(JsonLocation at, String what) {
        return new InvalidInputException(
                "item_malformed",
                TEXT.get("plain.malformed", String.valueOf(at.getLineNr()), String.valueOf(at.getColumnNr()), what),
                TEXT.get("plain.malformed.remedy", EXAMPLE), null, at.getCharOffset());
    }
}
