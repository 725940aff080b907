package dev.switchboard.dynamodb.item;

/**
 * An attribute of a key.
 *
 * @param type {@code S}, {@code N} or {@code B}
 * @param role {@code HASH} or {@code RANGE}
 */
public record KeyAttribute(String name, String type, String role) {
    /** Creates a partition key. */
    public static KeyAttribute hash(String name, String type) {
        return new KeyAttribute(name, type, "HASH");
    }

    /** Creates a sort key. */
    public static KeyAttribute range(String name, String type) {
        return new KeyAttribute(name, type, "RANGE");
    }

    /** Returns a display text such as {@code pk (S, HASH)}. */
    @Override
    public String toString() {
        return name + " (" + type + ", " + role + ")";
    }
}
