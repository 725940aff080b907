package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.text.Messages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operators of a row of the filter. */
enum FilterOperator {
    EQUAL(1),
    NOT_EQUAL(1),
    LESS(1),
    LESS_OR_EQUAL(1),
    GREATER(1),
    GREATER_OR_EQUAL(1),
    BETWEEN(2),
    IN(1),
    BEGINS_WITH(1),
    CONTAINS(1),
    NOT_CONTAINS(1),
    EXISTS(0),
    NOT_EXISTS(0),
    HAS_TYPE(1),
    /** A condition as text, for what no other operator says. */
    EXPRESSION(1);

    private static final Messages TEXT = Messages.of(FilterOperator.class);
    private final int fields;

    FilterOperator(int fields) {
        this.fields = fields;
    }

    /** The number of value fields. */
    int fields() {
        return fields;
    }

    /** Whether the value has a kind to choose. */
    boolean isTyped() {
        return fields > 0 && this != HAS_TYPE && this != EXPRESSION;
    }

    /** The label: the sign of a comparison, or words. */
    String label() {
        @Nullable Comparison comparison = comparison();
        return comparison == null ? TEXT.get("operator." + name().toLowerCase(Locale.ROOT).replace('_', '-')) : comparison.sign();
    }

    /** The comparison; null for another operator. */
    @Nullable
    Comparison comparison() {
        return switch (this) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Comparison.valueOf(name());
            default -> null;
        };
    }

    static FilterOperator of(Comparison comparison) {
        return valueOf(comparison.name());
    }
}
