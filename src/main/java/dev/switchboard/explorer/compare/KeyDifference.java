package dev.switchboard.explorer.compare;

import dev.switchboard.dynamodb.item.Item;

/**
 * An item that two tables do not have in common.
 *
 * @param key its key attributes
 */
public record KeyDifference(Kind kind, Item key) {
    /** How the tables differ. */
    public enum Kind {
        ONLY_LEFT,
        ONLY_RIGHT,
        CHANGED
    }
}
