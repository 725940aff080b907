package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.item.Item;
import java.util.regex.Pattern;

/** Formats an item as indented DynamoDB JSON with each scalar value and its type on one line. */
public final class ItemJsonFormatter {
    private static final Pattern SCALAR = Pattern.compile("\\{\\R\\s+\"(S|N|B|BOOL|NULL)\" : ([^\\n]*)\\R\\s+\\}");

    private ItemJsonFormatter() {}

    /** Returns an item for reading; very long strings are replaced by marks that tell their length. */
    public static String folded(Item item) {
        return FoldedJson.of(format(item)).text();
    }

    static String format(Item item) {
        return SCALAR.matcher(item.toPrettyJson()).replaceAll("{ \"$1\" : $2 }");
    }
}
