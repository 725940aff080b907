package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;

/** Key values that break no rule. */
final class SampleKeys {
    private SampleKeys() {}

    static TypedValue of(String keyType) {
        return switch (keyType) {
            case "N" -> new TypedValue.Digits("0");
            case "B" -> new TypedValue.Binary(ByteString.of(new byte[1]));
            default -> new TypedValue.Text("k");
        };
    }
}
