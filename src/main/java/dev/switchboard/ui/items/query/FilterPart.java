package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.failure.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A part of the filter that is being built. JavaFX thread only. */
sealed interface FilterPart permits FilterRow, FilterGroup {
    /**
     * Returns the condition; null while nothing is entered.
     *
     * @throws InvalidInputException if a field is not valid
     */
    @Nullable
    Filter filter();
}
