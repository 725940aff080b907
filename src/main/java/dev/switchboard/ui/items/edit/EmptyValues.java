package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values to start from, and values of the same type with another content. */
final class EmptyValues {
    private EmptyValues() {}

    /** The empty value of a key type. */
    static TypedValue of(String keyType) {
        return switch (keyType) {
            case "N" -> new TypedValue.Digits("0");
            case "B" -> new TypedValue.Binary(ByteString.EMPTY);
            default -> new TypedValue.Text("");
        };
    }

    /** Returns a value of the same type, or a string where there was none; null where a text does not tell the value. */
    static @Nullable TypedValue retyped(@Nullable TypedValue value, String text) {
        return switch (value) {
            case null -> new TypedValue.Text(text);
            case TypedValue.Text _ -> new TypedValue.Text(text);
            case TypedValue.Digits _ -> new TypedValue.Digits(text.strip());
            case TypedValue.Truth _ -> switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true" -> new TypedValue.Truth(true);
                case "false" -> new TypedValue.Truth(false);
                default -> null;
            };
            default -> null;
        };
    }
}
