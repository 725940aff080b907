package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.item.Item;
import java.util.regex.Pattern;

/** Formats an item as indented DynamoDB JSON with each scalar value and its type on one line. */
final class ItemJsonFormatter {
    private static final Pattern SCALAR = Pattern.compile("\\{\\R\\s+\"(S|N|B|BOOL|NULL)\" : ([^\\n]*)\\R\\s+\\}");

    private ItemJsonFormatter() {}

    static String format(Item item) {
        return SCALAR.matcher(item.toPrettyJson()).replaceAll("{ \"$1\" : $2 }");
    }
}
