package dev.switchboard.dynamodb.value;

import dev.switchboard.text.Messages;
import java.util.Locale;

/** The types of attribute values, named as in DynamoDB JSON. */
public enum ValueType {
    S,
    N,
    B,
    BOOL,
    NULL,
    SS,
    NS,
    BS,
    L,
    M;

    /** The name of the type in words, such as {@code String set}. */
    public String label() {
        return Messages.of(ValueType.class).get("type." + name().toLowerCase(Locale.ROOT));
    }

    /** Whether a value of this type contains other values with types of their own. */
    public boolean isNested() {
        return this == L || this == M;
    }

    /** Whether a value of this type is a set. */
    public boolean isSet() {
        return this == SS || this == NS || this == BS;
    }

    /** The type of the elements of a set. */
    public ValueType element() {
        return switch (this) {
            case SS -> S;
            case NS -> N;
            case BS -> B;
            default -> throw new IllegalStateException(this + " is no set");
        };
    }
}
