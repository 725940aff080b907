package dev.switchboard.dynamodb.item;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Parses DynamoDB JSON strictly: input that DynamoDB would reject or misinterpret is rejected with its position. */
final class ItemReader {
    private static final Messages TEXT = Messages.of(ItemReader.class);
    private static final String ITEM_EXAMPLE = "{\"pk\": {\"S\": \"a\"}, \"n\": {\"N\": \"1\"}}";
    private static final String TYPED_EXAMPLE = "{\"S\": \"text\"}";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int DEEPEST = 32;
    private static final int MOST_DIGITS = 38;
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private final JsonParser json;

    private ItemReader(JsonParser json) {
        this.json = json;
    }

    static Map<String, AttributeValue> read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            ItemReader reader = new ItemReader(parser);
            reader.expect(parser.nextToken(), JsonToken.START_OBJECT, "object");
            Map<String, AttributeValue> attributes = reader.map(0);
            if (parser.nextToken() != null) {
                throw reader.bad("after", parser.currentToken());
            }
            return attributes;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw bad(at == null ? JsonLocation.NA : at, TEXT.get("item.syntax", Quote.of(e.getOriginalMessage())));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    /** Reads the members of an object whose opening brace was read. */
    private Map<String, AttributeValue> map(int depth) throws IOException {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (name.isEmpty() && depth == 0) {
                throw bad("name");
            }
            rejectUnpairedSurrogates(name);
            attributes.put(name, typed(depth));
        }
        return attributes;
    }

    private AttributeValue typed(int depth) throws IOException {
        json.nextToken();
        return element(depth);
    }

    private AttributeValue value(String type, int depth) throws IOException {
        return switch (type) {
            case "S" -> AttributeValue.fromS(text());
            case "N" -> AttributeValue.fromN(number());
            case "B" -> AttributeValue.fromB(binary());
            case "BOOL" -> AttributeValue.fromBool(flag());
            case "NULL" -> {
                expect(json.currentToken(), JsonToken.VALUE_TRUE, "null");
                yield AttributeValue.fromNul(true);
            }
            case "SS" -> AttributeValue.fromSs(set(this::text, value -> value));
            case "NS" -> AttributeValue.fromNs(set(this::number, value -> new BigDecimal(value).stripTrailingZeros()));
            case "BS" -> AttributeValue.fromBs(set(this::binary, value -> value));
            case "L" -> {
                expect(json.currentToken(), JsonToken.START_ARRAY, "array");
                List<AttributeValue> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(element(depth + 1));
                }
                yield AttributeValue.fromL(list);
            }
            case "M" -> {
                expect(json.currentToken(), JsonToken.START_OBJECT, "object");
                yield AttributeValue.fromM(map(depth + 1));
            }
            default -> throw bad("type", Quote.of(type));
        };
    }

    /** Reads an element of a list whose opening brace is the current token. */
    private AttributeValue element(int depth) throws IOException {
        if (depth >= DEEPEST) {
            throw bad("depth", DEEPEST);
        }
        expect(json.currentToken(), JsonToken.START_OBJECT, "typed");
        expect(json.nextToken(), JsonToken.FIELD_NAME, "typed");
        String type = json.currentName();
        json.nextToken();
        AttributeValue value = value(type, depth);
        expect(json.nextToken(), JsonToken.END_OBJECT, "one-type");
        return value;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> List<T> set(Reading<T> reading, Function<T, Object> identity) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY, "array");
        List<T> elements = new ArrayList<>();
        HashSet<Object> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            T element = reading.read();
            if (!seen.add(identity.apply(element))) {
                throw bad("duplicate-value");
            }
            elements.add(element);
        }
        if (elements.isEmpty()) {
            throw bad("empty-set");
        }
        return elements;
    }

    private String text() throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_STRING, "string");
        String text = json.getText();
        rejectUnpairedSurrogates(text);
        return text;
    }

    /** Rejects unpaired surrogates, which an escape sequence can contain. They have no UTF-8 form and would be stored as question marks. */
    private void rejectUnpairedSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw bad("unpaired-surrogate");
                }
                i++;
            }
        }
    }

    private boolean flag() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_TRUE && json.currentToken() != JsonToken.VALUE_FALSE) {
            throw bad("bool");
        }
        return json.getBooleanValue();
    }

    private String number() throws IOException {
        String digits = text();
        // The length is checked first, because BigDecimal takes long to parse a million digits.
        boolean usable = digits.length() <= 400 && NUMBER.matcher(digits).matches();
        BigDecimal value = usable ? new BigDecimal(digits).stripTrailingZeros() : BigDecimal.ZERO;
        int exponent = value.precision() - value.scale() - 1;
        if (!usable || value.precision() > MOST_DIGITS || (value.signum() != 0 && (exponent > 125 || exponent < -130))) {
            throw bad("number", Quote.of(digits));
        }
        return digits;
    }

    private SdkBytes binary() throws IOException {
        String base64 = text();
        try {
            return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw bad("base64");
        }
    }

    private void expect(@Nullable JsonToken found, JsonToken wanted, String otherwise) {
        if (found != wanted) {
            throw bad(otherwise, TYPED_EXAMPLE);
        }
    }

    private InvalidInputException bad(String what, Object... arguments) {
        return bad(json.currentTokenLocation(), TEXT.get("item." + what, arguments));
    }

    private static InvalidInputException bad(JsonLocation at, String what) {
        return new InvalidInputException(
                "item_malformed",
                TEXT.get("item.malformed", String.valueOf(at.getLineNr()), String.valueOf(at.getColumnNr()), what),
                TEXT.get("item.malformed.remedy", ITEM_EXAMPLE), null, at.getCharOffset());
    }
}
