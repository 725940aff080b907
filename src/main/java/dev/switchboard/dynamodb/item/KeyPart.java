package dev.switchboard.dynamodb.item;

/**
 * One attribute of a key.
 *
 * @param type {@code S}, {@code N} or {@code B}
 * @param role {@code HASH} or {@code RANGE}
 */
public record KeyPart(String name, String type, String role) {
    /** A partition key. */
    public static KeyPart hash(String name, String type) {
        return new KeyPart(name, type, "HASH");
    }

    /** A sort key. */
    public static KeyPart range(String name, String type) {
        return new KeyPart(name, type, "RANGE");
    }

    /** As a person writes it: {@code pk (S, HASH)}. */
    @Override
    public String toString() {
        return name + " (" + type + ", " + role + ")";
    }
}
