package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.SetElements;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.dynamodb.value.ValueType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Converts a value to another type and keeps what the other type can hold. */
final class TypeConversion {
    private TypeConversion() {}

    static TypedValue of(TypedValue value, ValueType to) {
        return switch (to) {
            case S -> new TypedValue.Text(text(value));
            // A text that is no number stays as it was typed, and the form says so.
            case N -> new TypedValue.Digits(text(value).isBlank() ? "0" : text(value).strip());
            case B -> new TypedValue.Binary(bytes(value));
            case BOOL -> new TypedValue.Truth(truth(value));
            case NULL -> new TypedValue.Nothing();
            case SS, NS, BS -> SetElements.of(to, elements(value).stream().map(element -> of(element, to.element())).distinct().toList());
            case L -> new TypedValue.Elements(elements(value));
            case M -> members(value);
        };
    }

    private static String text(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) -> text;
            case TypedValue.Digits(String digits) -> digits;
            case TypedValue.Binary(ByteString bytes) -> decoded(bytes);
            case TypedValue.Truth(boolean truth) -> String.valueOf(truth);
            case TypedValue.Nothing() -> "";
            default -> elements(value).isEmpty() ? "" : text(elements(value).getFirst());
        };
    }

    private static String decoded(ByteString bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            return bytes.base64();
        }
    }

    private static ByteString bytes(TypedValue value) {
        return value instanceof TypedValue.Binary(ByteString bytes)
                ? bytes
                : ByteString.of(text(value).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean truth(TypedValue value) {
        return switch (value) {
            case TypedValue.Truth(boolean truth) -> truth;
            case TypedValue.Nothing() -> false;
            default -> List.of("true", "1", "yes").contains(text(value).strip().toLowerCase(Locale.ROOT));
        };
    }

    private static List<TypedValue> elements(TypedValue value) {
        return switch (value) {
            case TypedValue.Members(Map<String, TypedValue> members) -> new ArrayList<>(members.values());
            case TypedValue.Nothing() -> List.of();
            case TypedValue.Text _,TypedValue.Digits _,TypedValue.Binary _, TypedValue.Truth _ -> List.of(value);
            default -> SetElements.of(value);
        };
    }

    private static TypedValue members(TypedValue value) {
        Map<String, TypedValue> members = new LinkedHashMap<>();
        int number = 1;
        for (TypedValue element : elements(value)) {
            members.put("value" + number++, element);
        }
        return new TypedValue.Members(members);
    }
}
