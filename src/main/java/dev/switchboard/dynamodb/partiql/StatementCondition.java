package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.value.TypedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition of a WHERE clause, as far as it tells which keys a statement reads. */
sealed interface StatementCondition {
    /** All of several. */
    record All(List<StatementCondition> parts) implements StatementCondition {}

    /** One of several. */
    record Any(List<StatementCondition> parts) implements StatementCondition {}

    /** An attribute that equals a value. */
    record Equal(String attribute, TypedValue value) implements StatementCondition {}

    /** An attribute that equals one of a list of values. */
    record In(String attribute) implements StatementCondition {}

    /** Anything else. */
    record Other() implements StatementCondition {}

    /** Whether only items are read of which the attribute has one of the values that are given. */
    default boolean fixes(String name) {
        return switch (this) {
            case All(List<StatementCondition> parts) -> parts.stream().anyMatch(part -> part.fixes(name));
            case Any(List<StatementCondition> parts) -> parts.stream().allMatch(part -> part.fixes(name));
            case Equal(String attribute, TypedValue _) -> attribute.equals(name);
            case In(String attribute) -> attribute.equals(name);
            case Other() -> false;
        };
    }

    /** The value that the attribute must equal; null if there is no such condition. */
    default @Nullable TypedValue value(String name) {
        return switch (this) {
            case Equal(String attribute, TypedValue value) when attribute.equals(name) -> value;
            case All(List<StatementCondition> parts) -> {
                for (StatementCondition part : parts) {
                    @Nullable TypedValue value = part.value(name);
                    if (value != null) {
                        yield value;
                    }
                }
                yield null;
            }
            default -> null;
        };
    }
}
