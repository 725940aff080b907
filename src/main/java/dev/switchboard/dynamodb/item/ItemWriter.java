package dev.switchboard.dynamodb.item;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes DynamoDB JSON. */
final class ItemWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private ItemWriter() {}

    static String write(Map<String, AttributeValue> attributes, boolean indented) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            if (indented) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            map(json, attributes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toString();
    }

    static void map(JsonGenerator json, Map<String, AttributeValue> attributes) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, AttributeValue> entry : attributes.entrySet()) {
            json.writeFieldName(entry.getKey());
            value(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, AttributeValue value) throws IOException {
        json.writeStartObject();
        json.writeFieldName(AttributeFormatter.type(value));
        switch (value.type()) {
            case S -> json.writeString(value.s());
            case N -> json.writeString(value.n());
            case B -> bytes(json, value.b());
            case BOOL -> json.writeBoolean(value.bool());
            case NUL -> json.writeBoolean(true);
            case SS -> texts(json, value.ss());
            case NS -> texts(json, value.ns());
            case BS -> {
                json.writeStartArray();
                for (SdkBytes bytes : value.bs()) {
                    bytes(json, bytes);
                }
                json.writeEndArray();
            }
            case L -> {
                json.writeStartArray();
                for (AttributeValue inner : value.l()) {
                    value(json, inner);
                }
                json.writeEndArray();
            }
            case M -> map(json, value.m());
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("unknown attribute type");
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, List<String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void bytes(JsonGenerator json, SdkBytes bytes) throws IOException {
        json.writeBinary(bytes.asByteArrayUnsafe());
    }
}
