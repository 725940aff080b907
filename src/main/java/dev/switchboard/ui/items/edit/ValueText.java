package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.PlainJson;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import java.util.List;
import java.util.Map;

/** Writes values as short texts on one line. */
final class ValueText {
    private static final Messages TEXT = Messages.of(ValueText.class);
    private static final int LONGEST = 200;

    private ValueText() {}

    /** The value with its type in front, such as {@code N 12}. */
    static String typed(TypedValue value) {
        return value.type() + " " + of(value);
    }

    /** The value; of what holds others, how many. An empty string is told in words, because it is not a missing value. */
    static String of(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) -> text.isEmpty() ? TEXT.get("value.empty") : line(text);
            case TypedValue.Digits(String digits) -> line(digits);
            case TypedValue.Binary(ByteString bytes) -> TEXT.get("value.bytes", Formats.bytes(bytes.size()));
            case TypedValue.Truth(boolean truth) -> String.valueOf(truth);
            case TypedValue.Nothing() -> TEXT.get("value.null");
            case TypedValue.TextSet(List<String> all) -> TEXT.get("value.elements", all.size(), line(json(value)));
            case TypedValue.DigitsSet(List<String> all) -> TEXT.get("value.elements", all.size(), line(json(value)));
            case TypedValue.BinarySet(List<ByteString> all) -> TEXT.get("value.elements", all.size(), "");
            case TypedValue.Elements(List<TypedValue> all) -> TEXT.get("value.elements", all.size(), line(json(value)));
            case TypedValue.Members(Map<String, TypedValue> all) -> TEXT.get("value.members", all.size(), line(json(value)));
        };
    }

    /** A few of the elements or members as plain JSON. */
    private static String json(TypedValue value) {
        String json = PlainJson.print(new TypedValue.Members(Map.of("v", value)), false);
        return json.substring("{\"v\":".length(), json.length() - 1);
    }

    private static String line(String text) {
        String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return beginning.replace("\r", "").replace('\n', ' ');
    }
}
