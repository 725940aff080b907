package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.item.Item;
import java.util.stream.Collectors;

/** Writes the key of an item on one line. */
final class KeyText {
    private static final int MOST = 40;

    private KeyText() {}

    static String of(Item key) {
        return key.names().stream().map(key::display).collect(Collectors.joining(" · "));
    }

    /** The first attributes of an item, which are usually its key. */
    static String shortened(Item item) {
        return item.names().stream().sorted().limit(3).map(name -> name + " " + cut(item.display(name))).collect(Collectors.joining(" · "));
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }
}
