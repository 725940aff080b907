package dev.switchboard.ui.tables;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.TableDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The form for a new table: the messages preset with its options, or a custom definition. */
final class TableFormViewModel {
    private final Set<String> taken;
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty custom = new SimpleBooleanProperty();
    private final BooleanProperty withIndex = new SimpleBooleanProperty();
    private final BooleanProperty withStream = new SimpleBooleanProperty();
    private final BooleanProperty onDemand = new SimpleBooleanProperty();
    private final StringProperty partition = new SimpleStringProperty("pk");
    private final StringProperty partitionType = new SimpleStringProperty("S");
    private final StringProperty sort = new SimpleStringProperty("sk");
    private final StringProperty sortType = new SimpleStringProperty("S");
    private final StringProperty readCapacity = new SimpleStringProperty("5");
    private final StringProperty writeCapacity = new SimpleStringProperty("5");
    private final BooleanProperty deletionProtection = new SimpleBooleanProperty();
    private final StringProperty tags = new SimpleStringProperty("");
    private final ObservableList<IndexFormViewModel> indexes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<TableFormErrors> errors;

    /**
     * @param suggestion the initial name
     * @param taken the names of existing tables
     */
    TableFormViewModel(String suggestion, Set<String> taken) {
        this.taken = taken;
        name.set(suggestion);
        errors = new ReadOnlyObjectWrapper<>(TableFormErrors.of(this));
        InvalidationListener check = observable -> errors.set(TableFormErrors.of(this));
        List<Observable> fields = List.of(
                name, custom, withIndex, withStream, onDemand, partition, partitionType, sort, sortType, readCapacity, writeCapacity, tags,
                indexes);
        fields.forEach(field -> field.addListener(check));
        check(check);
    }

    private void check(InvalidationListener listener) {
        indexes.addListener((javafx.collections.ListChangeListener<IndexFormViewModel>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(index -> index.fields().forEach(field -> field.addListener(listener)));
            }
        });
    }

    /** The definition. Capacity that is not a number counts as 0, which {@link #errorsProperty} reports. */
    TableDefinition definition() {
        String chosen = name.get().strip();
        if (!custom.get()) {
            return MessagesTablePreset.of(chosen, withIndex.get(), withStream.get(), onDemand.get());
        }
        List<KeyAttribute> keys = IndexFormViewModel.keys(partition, partitionType, sort, sortType);
        return new TableDefinition(
                chosen,
                keys,
                indexes.stream().map(index -> index.definition(keys.getFirst())).toList(),
                onDemand.get() ? "PAY_PER_REQUEST" : "PROVISIONED",
                onDemand.get() ? 0 : units(readCapacity.get()),
                onDemand.get() ? 0 : units(writeCapacity.get()),
                withStream.get() ? "NEW_IMAGE" : null,
                deletionProtection.get(),
                tags(tags.get()));
    }

    /** Parses capacity units; 0 if the text is not a positive whole number. */
    static long units(String text) {
        try {
            return Math.max(0, Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Parses tags, one per line as {@code name = value}; lines without a name are ignored. */
    static Map<String, String> tags(String text) {
        Map<String, String> read = new LinkedHashMap<>();
        text.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int at = line.indexOf('=');
            read.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        });
        return read;
    }

    boolean isTaken() {
        return taken.contains(name.get().strip());
    }

    StringProperty nameProperty() {
        return name;
    }

    /** False for the messages preset. */
    BooleanProperty customProperty() {
        return custom;
    }

    BooleanProperty withIndexProperty() {
        return withIndex;
    }

    BooleanProperty withStreamProperty() {
        return withStream;
    }

    BooleanProperty onDemandProperty() {
        return onDemand;
    }

    StringProperty partitionProperty() {
        return partition;
    }

    StringProperty partitionTypeProperty() {
        return partitionType;
    }

    /** The name of the sort key; blank for none. */
    StringProperty sortProperty() {
        return sort;
    }

    StringProperty sortTypeProperty() {
        return sortType;
    }

    StringProperty readCapacityProperty() {
        return readCapacity;
    }

    StringProperty writeCapacityProperty() {
        return writeCapacity;
    }

    BooleanProperty deletionProtectionProperty() {
        return deletionProtection;
    }

    /** The tags, one per line as {@code name = value}. */
    StringProperty tagsProperty() {
        return tags;
    }

    ObservableList<IndexFormViewModel> indexes() {
        return indexes;
    }

    /** The validation errors. */
    ReadOnlyObjectProperty<TableFormErrors> errorsProperty() {
        return errors.getReadOnlyProperty();
    }
}
