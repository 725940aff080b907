package dev.switchboard.dynamodb.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.switchboard.failure.InvalidInputException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain JSON of items: numbers with all their digits, sets as lists, binary values as Base64. It does not tell a set from a list or binary
 * from a string; who parses it gives a hint of what the values were before.
 */
public final class PlainJson {
    private static final JsonFactory JSON = new JsonFactory();

    private PlainJson() {}

    /** Returns the attributes as a JSON object, on one line or indented. */
    public static String print(TypedValue.Members attributes, boolean indented) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            if (indented) {
                json.setPrettyPrinter(new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"))
                        .withObjectIndenter(new DefaultIndenter("  ", "\n")));
            }
            write(json, attributes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toString();
    }

    /**
     * Parses a JSON object.
     *
     * @param hint the attributes before the text was edited: where a list fits a set of the hint it stays a set, and where a string of Base64 was
     *     binary it stays binary; null for none
     * @throws InvalidInputException if the text is not valid, with line and column
     */
    public static TypedValue.Members parse(String text, TypedValue.@Nullable Members hint) {
        return PlainJsonReader.read(text, hint);
    }

    private static void write(JsonGenerator json, TypedValue value) throws IOException {
        switch (value) {
            case TypedValue.Text(String text) -> json.writeString(text);
            case TypedValue.Digits(String digits) -> json.writeNumber(NumberRules.json(digits));
            case TypedValue.Binary(ByteString bytes) -> json.writeString(bytes.base64());
            case TypedValue.Truth(boolean truth) -> json.writeBoolean(truth);
            case TypedValue.Nothing() -> json.writeNull();
            case TypedValue.TextSet _,TypedValue.DigitsSet _,TypedValue.BinarySet _, TypedValue.Elements _ ->
                array(json, SetElements.of(value));
            case TypedValue.Members(Map<String, TypedValue> values) -> {
                json.writeStartObject();
                for (Map.Entry<String, TypedValue> member : values.entrySet()) {
                    json.writeFieldName(member.getKey());
                    write(json, member.getValue());
                }
                json.writeEndObject();
            }
        }
    }

    private static void array(JsonGenerator json, List<TypedValue> values) throws IOException {
        json.writeStartArray();
        for (TypedValue value : values) {
            write(json, value);
        }
        json.writeEndArray();
    }
}
