package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.item.Item;
import java.math.BigDecimal;
import java.util.Comparator;

/** Formats, sorts, and filters the attributes of items for table cells. */
final class ItemCellFormatter {
    private static final int LONGEST = 240;

    private ItemCellFormatter() {}

    /** An attribute on one line, shortened for a cell; empty if it is missing. */
    static String cell(Item item, String attribute) {
        String whole = item.display(attribute);
        String line = whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
        return line.indexOf('\n') < 0 ? line : line.replace("\r", "").replace('\n', ' ');
    }

    /** Orders items by an attribute: missing values first, then numbers by value, then all others as text. */
    static Comparator<Item> order(String attribute) {
        return (a, b) -> compare(a, b, attribute);
    }

    private static int compare(Item a, Item b, String attribute) {
        String typeOfA = a.type(attribute);
        String typeOfB = b.type(attribute);
        if (typeOfA.equals("N") && typeOfB.equals("N")) {
            return new BigDecimal(a.display(attribute)).compareTo(new BigDecimal(b.display(attribute)));
        }
        if (!typeOfA.equals(typeOfB)) {
            return Integer.compare(rank(typeOfA), rank(typeOfB));
        }
        return a.display(attribute).compareTo(b.display(attribute));
    }

    private static int rank(String type) {
        return switch (type) {
            case "" -> 0;
            case "N" -> 1;
            case "S" -> 2;
            default -> 3;
        };
    }

    /** Whether the text of any attribute contains the given text, ignoring case. */
    static boolean contains(Item item, String wanted) {
        for (String name : item.names()) {
            if (contains(item.display(name), wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(String text, String wanted) {
        for (int at = 0; at <= text.length() - wanted.length(); at++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
