package dev.switchboard.dynamodb.value;

import dev.switchboard.dynamodb.item.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts between items and typed values. */
public final class TypedItems {
    private TypedItems() {}

    /** Returns the attributes of an item, in its order. */
    public static TypedValue.Members values(Item item) {
        return members(item.attributes());
    }

    /** Returns one attribute of an item; null if it is missing. */
    public static @Nullable TypedValue value(Item item, String attribute) {
        AttributeValue value = item.attributes().get(attribute);
        return value == null ? null : of(value);
    }

    /** Returns the item with these attributes. Nothing is checked; see {@code ItemRules}. */
    public static Item item(TypedValue.Members attributes) {
        return Item.of(attributes(attributes.values()));
    }

    private static TypedValue.Members members(Map<String, AttributeValue> attributes) {
        Map<String, TypedValue> values = new LinkedHashMap<>();
        attributes.forEach((name, value) -> values.put(name, of(value)));
        return new TypedValue.Members(values);
    }

    private static TypedValue of(AttributeValue value) {
        return switch (value.type()) {
            case S -> new TypedValue.Text(value.s());
            case N -> new TypedValue.Digits(value.n());
            case B -> new TypedValue.Binary(bytes(value.b()));
            case BOOL -> new TypedValue.Truth(value.bool());
            case NUL -> new TypedValue.Nothing();
            case SS -> new TypedValue.TextSet(value.ss());
            case NS -> new TypedValue.DigitsSet(value.ns());
            case BS -> new TypedValue.BinarySet(value.bs().stream().map(TypedItems::bytes).toList());
            case L -> new TypedValue.Elements(value.l().stream().map(TypedItems::of).toList());
            case M -> members(value.m());
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("unknown attribute type");
        };
    }

    private static Map<String, AttributeValue> attributes(Map<String, TypedValue> values) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        values.forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static AttributeValue attribute(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) -> AttributeValue.fromS(text);
            case TypedValue.Digits(String digits) -> AttributeValue.fromN(digits);
            case TypedValue.Binary(ByteString bytes) -> AttributeValue.fromB(sdkBytes(bytes));
            case TypedValue.Truth(boolean truth) -> AttributeValue.fromBool(truth);
            case TypedValue.Nothing() -> AttributeValue.fromNul(true);
            case TypedValue.TextSet(List<String> texts) -> AttributeValue.fromSs(texts);
            case TypedValue.DigitsSet(List<String> digits) -> AttributeValue.fromNs(digits);
            case TypedValue.BinarySet(List<ByteString> values) -> AttributeValue.fromBs(values.stream().map(TypedItems::sdkBytes).toList());
            case TypedValue.Elements(List<TypedValue> values) -> AttributeValue.fromL(values.stream().map(TypedItems::attribute).toList());
            case TypedValue.Members(Map<String, TypedValue> values) -> AttributeValue.fromM(attributes(values));
        };
    }

    private static ByteString bytes(SdkBytes bytes) {
        return ByteString.of(bytes.asByteArrayUnsafe());
    }

    private static SdkBytes sdkBytes(ByteString bytes) {
        return SdkBytes.fromByteArrayUnsafe(bytes.toByteArray());
    }
}
