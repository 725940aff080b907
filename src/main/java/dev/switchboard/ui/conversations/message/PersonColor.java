package dev.switchboard.ui.conversations.message;

import javafx.scene.Node;

/** The color of a person's initials and name, which stays the same on every screen and in every session. */
public final class PersonColor {
    /** The number of colors in the style sheet. */
    static final int COLORS = 8;

    private static final String PREFIX = "person-";

    private PersonColor() {}

    /**
     * Gives a node the color of a person.
     *
     * @param uuid empty if it is not known
     * @param handle used where there is no UUID
     */
    public static void apply(Node node, String uuid, String handle) {
        node.getStyleClass().removeIf(style -> style.startsWith(PREFIX));
        node.getStyleClass().add(PREFIX + index(uuid.isEmpty() ? handle : uuid));
    }

    /** Removes the color. */
    public static void clear(Node node) {
        node.getStyleClass().removeIf(style -> style.startsWith(PREFIX));
    }

    /** Returns the same number for the same text on every platform. */
    static int index(String id) {
        int hash = id.hashCode();
        // The last digits of the hash of similar texts are similar.
        return Math.floorMod((hash ^ (hash >>> 16)) * 0x45D9F3B ^ (hash >>> 7), COLORS);
    }
}
