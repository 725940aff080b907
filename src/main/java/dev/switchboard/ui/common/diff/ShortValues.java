package dev.switchboard.ui.common.diff;

import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.Map;

/** Writes values with their types for the tables of differences. */
final class ShortValues {
    private ShortValues() {}

    /** The type and the value, such as {@code N 12}; a string in quotation marks, so that an empty one is seen. */
    static String of(TypedValue value) {
        String text = TypedItems.item(new TypedValue.Members(Map.of("v", value))).display("v");
        return value.type() + " " + (value instanceof TypedValue.Text ? "“" + text + "”" : text);
    }
}
