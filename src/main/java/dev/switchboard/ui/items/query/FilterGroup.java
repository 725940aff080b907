package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Conditions of the filter that are joined by AND or by OR. */
final class FilterGroup implements FilterPart {
    private final ObjectProperty<Boolean> any = new SimpleObjectProperty<>(false);
    private final ObservableList<FilterPart> parts = FXCollections.observableArrayList();

    /** Whether one condition is enough (OR); otherwise all have to be true (AND). */
    ObjectProperty<Boolean> anyProperty() {
        return any;
    }

    ObservableList<FilterPart> parts() {
        return parts;
    }

    @Override
    public @Nullable Filter filter() {
        List<Filter> filters = new ArrayList<>();
        for (FilterPart part : parts) {
            @Nullable Filter filter = part.filter();
            if (filter != null) {
                filters.add(filter);
            }
        }
        return switch (filters.size()) {
            case 0 -> null;
            case 1 -> Objects.requireNonNull(filters.getFirst());
            default -> any.get() ? new Filter.Or(filters) : new Filter.And(filters);
        };
    }

    /** Replaces the whole group by a condition; null empties it. */
    void load(@Nullable Filter filter) {
        any.set(filter instanceof Filter.Or);
        parts.setAll(switch (filter) {
            case null -> List.<FilterPart>of();
            case Filter.And(List<Filter> all) -> all.stream().map(FilterGroup::part).toList();
            case Filter.Or(List<Filter> all) -> all.stream().map(FilterGroup::part).toList();
            default -> List.<FilterPart>of(FilterRow.of(filter));
        });
    }

    private static FilterPart part(Filter filter) {
        if (filter instanceof Filter.And || filter instanceof Filter.Or) {
            FilterGroup group = new FilterGroup();
            group.load(filter);
            return group;
        }
        return FilterRow.of(filter);
    }
}
