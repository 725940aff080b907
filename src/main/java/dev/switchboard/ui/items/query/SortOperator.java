package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.text.Messages;
import java.util.Locale;

/** The operators of the condition on the sort key. */
enum SortOperator {
    /** No condition. */
    ANY,
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    BETWEEN,
    BEGINS_WITH;

    private static final Messages TEXT = Messages.of(SortOperator.class);

    /** The label: the sign of a comparison, or words. */
    String label() {
        return switch (this) {
            case ANY, BETWEEN, BEGINS_WITH -> TEXT.get("operator." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
            default -> Comparison.valueOf(name()).sign();
        };
    }

    /** The number of value fields. */
    int fields() {
        return switch (this) {
            case ANY -> 0;
            case BETWEEN -> 2;
            default -> 1;
        };
    }

    /** Returns the operator of a condition. */
    static SortOperator of(SortCondition condition) {
        return switch (condition) {
            case SortCondition.Compare(Comparison comparison, TypedValue _) -> valueOf(comparison.name());
            case SortCondition.Between _ -> BETWEEN;
            case SortCondition.BeginsWith _ -> BEGINS_WITH;
        };
    }
}
