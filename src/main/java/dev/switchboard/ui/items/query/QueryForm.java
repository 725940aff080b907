package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.KeyConditions;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All fields from which a query or scan is built. JavaFX thread only. */
final class QueryForm {
    private static final Messages TEXT = Messages.of(QueryForm.class);
    private final ObjectProperty<@Nullable String> table = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> index = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable TableDetails> details = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<KeyAttribute>> keys = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<String> indexes = FXCollections.observableArrayList();
    private final KeyForm key = new KeyForm();
    private final FilterGroup filter = new FilterGroup();
    private final OptionsForm options = new OptionsForm();
    private final InvalidationListener invalidated = observable -> tell();
    private Runnable changed = () -> {};

    QueryForm() {
        Stream.concat(Stream.concat(key.fields(), options.fields()), Stream.of(table, index))
                .forEach(field -> field.addListener(invalidated));
        table.addListener((observable, old, now) -> {
            if (old != null) {
                // What was entered for the keys and attributes of one table says nothing about another.
                index.set(null);
                key.load(null);
                filter.load(null);
                options.attributesProperty().set("");
            }
            know(null);
        });
        index.addListener((observable, old, now) -> findKeys());
        watch(filter);
    }

    private void watch(FilterGroup group) {
        group.anyProperty().addListener(invalidated);
        group.parts().forEach(this::watchPart);
        group.parts().addListener((ListChangeListener<FilterPart>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::watchPart);
            }
            tell();
        });
    }

    private void watchPart(FilterPart part) {
        switch (part) {
            case FilterGroup group -> watch(group);
            case FilterRow row ->
                Stream.<Observable>of(row.attributeProperty(), row.operatorProperty(), row.kindProperty(), row.valueProperty(),
                        row.upToProperty()).forEach(field -> field.addListener(invalidated));
        }
    }

    private void tell() {
        changed.run();
    }

    /** Sets what is told when a field changes. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Says what is known of the table; null for nothing. */
    void know(@Nullable TableDetails found) {
        details.set(found);
        List<String> names = found == null ? List.of() : found.indexes().stream().map(IndexDetails::name).sorted().toList();
        if (!names.equals(indexes)) {
            // A choice box forgets its value together with its items.
            @Nullable String chosen = index.get();
            indexes.setAll(names);
            index.set(found == null || names.contains(chosen) ? chosen : null);
        }
        findKeys();
        tell();
    }

    private void findKeys() {
        @Nullable TableDetails known = details.get();
        try {
            keys.set(known == null ? List.of() : KeyConditions.keys(known, index.get()));
        } catch (InvalidInputException e) {
            // The plan of this form says so.
            keys.set(List.of());
        }
    }

    /**
     * Returns the query or scan.
     *
     * @throws InvalidInputException if no table is chosen or a field is not valid
     */
    ReadPlan plan() {
        @Nullable String name = table.get();
        if (name == null || name.isEmpty()) {
            throw new InvalidInputException("table", TEXT.get("form.table.missing"), null);
        }
        ReadPlan plan = ReadPlan.scan(name).on(index.get()).where(key.condition(keys.get())).filtered(filter.filter());
        return checked(options.apply(plan));
    }

    /** Returns a plan if it fits the table, as far as that is known. */
    ReadPlan checked(ReadPlan plan) {
        @Nullable TableDetails known = details.get();
        if (known != null && known.name().equals(plan.table())) {
            KeyConditions.check(plan, known);
        }
        return plan;
    }

    /** Shows a query or scan. */
    void load(ReadPlan plan) {
        table.set(plan.table());
        index.set(plan.index());
        key.load(plan.key());
        if (!Objects.equals(current(), plan.filter())) {
            filter.load(plan.filter());
        }
        options.load(plan);
    }

    /** Null also while the filter is not valid. */
    private @Nullable Filter current() {
        try {
            return filter.filter();
        } catch (InvalidInputException e) {
            return null;
        }
    }

    ObjectProperty<@Nullable String> tableProperty() {
        return table;
    }

    /** The index; null for the table itself. */
    ObjectProperty<@Nullable String> indexProperty() {
        return index;
    }

    /** The names of the indexes of the table. */
    ObservableList<String> indexes() {
        return indexes;
    }

    /** The table, or null while it is not known. */
    ReadOnlyObjectProperty<@Nullable TableDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** The keys of the table or index, the partition key first; empty while they are not known. */
    ReadOnlyObjectProperty<List<KeyAttribute>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    KeyForm key() {
        return key;
    }

    FilterGroup filter() {
        return filter;
    }

    OptionsForm options() {
        return options;
    }
}
