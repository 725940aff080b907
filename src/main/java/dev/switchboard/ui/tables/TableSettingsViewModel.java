package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableUpdate;
import dev.switchboard.explorer.cost.TableCostEstimator;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form that changes the settings of an existing table. Only what is changed is sent. */
final class TableSettingsViewModel {
    /** The stream views; {@link TableUpdate#OFF} for no stream. */
    static final List<String> STREAMS = List.of(TableUpdate.OFF, "KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES");

    static final List<String> CLASSES = List.of("STANDARD", "STANDARD_INFREQUENT_ACCESS");

    /** What becomes of the indexes. */
    enum IndexChange {
        NONE,
        ADD,
        DROP
    }

    private static final Messages TEXT = Messages.of(TableSettingsViewModel.class);
    private static final long MOST_UNITS = 1_000_000_000L;
    private final TableDetails table;
    private final String timeToLiveBefore;
    private final String classBefore;
    private final BooleanProperty onDemand = new SimpleBooleanProperty();
    private final StringProperty read = new SimpleStringProperty();
    private final StringProperty write = new SimpleStringProperty();
    private final StringProperty timeToLive = new SimpleStringProperty();
    private final StringProperty stream = new SimpleStringProperty();
    private final StringProperty tableClass = new SimpleStringProperty();
    private final ObjectProperty<IndexChange> indexChange = new SimpleObjectProperty<>(IndexChange.NONE);
    private final IndexFormViewModel newIndex = new IndexFormViewModel();
    private final StringProperty dropped = new SimpleStringProperty("");
    private final StringBinding error;
    private final StringBinding cost;

    TableSettingsViewModel(TableDetails table, TableSettings settings) {
        this.table = table;
        timeToLiveBefore = Objects.requireNonNullElse(settings.timeToLive(), "");
        classBefore = Objects.requireNonNullElse(settings.tableClass(), CLASSES.getFirst());
        onDemand.set(table.onDemand());
        read.set(String.valueOf(Math.max(1, table.readCapacity())));
        write.set(String.valueOf(Math.max(1, table.writeCapacity())));
        timeToLive.set(timeToLiveBefore);
        stream.set(streamBefore());
        tableClass.set(classBefore);
        if (!globalIndexes().isEmpty()) {
            dropped.set(globalIndexes().getFirst());
        }
        Observable[] fields = {onDemand, read, write, timeToLive, stream, tableClass, indexChange, dropped, newIndex.nameProperty(),
            newIndex.partitionProperty(), newIndex.sortProperty(), newIndex.partitionTypeProperty(), newIndex.sortTypeProperty(),
            newIndex.projectionProperty(), newIndex.includedProperty()};
        error = Bindings.createStringBinding(this::check, fields);
        cost = Bindings.createStringBinding(this::estimate, fields);
    }

    private String streamBefore() {
        return table.stream() ? Objects.requireNonNullElse(table.streamView(), TableUpdate.OFF) : TableUpdate.OFF;
    }

    /** The indexes that can be deleted. */
    List<String> globalIndexes() {
        return table.indexes().stream().filter(index -> !index.local()).map(IndexDetails::name).toList();
    }

    private String check() {
        if (!onDemand.get() && (units(read) < 1 || units(write) < 1)) {
            return TEXT.get("settings.capacity.bad");
        }
        if (indexChange.get() == IndexChange.ADD) {
            boolean known = table.indexes().stream().anyMatch(index -> index.name().equals(newIndex.nameProperty().get().strip()));
            if (newIndex.nameProperty().get().isBlank() || newIndex.partitionProperty().get().isBlank()) {
                return TEXT.get("settings.index.bad");
            }
            if (known) {
                return TEXT.get("settings.index.known", newIndex.nameProperty().get().strip());
            }
        }
        return update().isEmpty() ? TEXT.get("settings.same") : "";
    }

    private static long units(StringProperty field) {
        try {
            long units = Long.parseLong(field.get().strip().replace(",", ""));
            return units > MOST_UNITS ? 0 : units;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String estimate() {
        boolean valid = onDemand.get() || (units(read) > 0 && units(write) > 0);
        return valid ? TableCostEstimator.of(changed(), tableClass.get()).text() : "";
    }

    /** The table with the billing of the form. */
    private TableDetails changed() {
        return new TableDetails(table.name(), table.status(), table.keys(), table.indexes(),
                onDemand.get() ? "PAY_PER_REQUEST" : "PROVISIONED", onDemand.get() ? 0 : units(read), onDemand.get() ? 0 : units(write),
                table.approximateItems(), table.approximateBytes(), table.stream(), table.streamView(), table.pointInTimeRecovery(),
                table.deletionProtection(), table.tags(), table.created(), table.arn());
    }

    /** Returns the changes; null fields for what stays. */
    TableUpdate update() {
        return new TableUpdate(
                capacity(),
                different(timeToLive.get().strip(), timeToLiveBefore),
                different(stream.get(), streamBefore()),
                different(tableClass.get(), classBefore),
                indexChange.get() == IndexChange.ADD ? added() : null,
                indexChange.get() == IndexChange.DROP && !dropped.get().isEmpty() ? dropped.get() : null);
    }

    private IndexDefinition added() {
        return newIndex.definition(table.keys().getFirst());
    }

    private TableUpdate.@Nullable Capacity capacity() {
        if (onDemand.get()) {
            return table.onDemand() ? null : TableUpdate.Capacity.ON_DEMAND;
        }
        boolean same = !table.onDemand() && units(read) == table.readCapacity() && units(write) == table.writeCapacity();
        return same ? null : TableUpdate.Capacity.provisioned(units(read), units(write));
    }

    private static @Nullable String different(String now, String before) {
        return now.equals(before) ? null : now;
    }

    String table() {
        return table.name();
    }

    BooleanProperty onDemandProperty() {
        return onDemand;
    }

    StringProperty readProperty() {
        return read;
    }

    StringProperty writeProperty() {
        return write;
    }

    /** The attribute with the time of expiry; empty for none. */
    StringProperty timeToLiveProperty() {
        return timeToLive;
    }

    /** The stream view; {@link TableUpdate#OFF} for no stream. */
    StringProperty streamProperty() {
        return stream;
    }

    StringProperty tableClassProperty() {
        return tableClass;
    }

    ObjectProperty<IndexChange> indexChangeProperty() {
        return indexChange;
    }

    IndexFormViewModel newIndex() {
        return newIndex;
    }

    /** The index to delete. */
    StringProperty droppedProperty() {
        return dropped;
    }

    /** Why there is nothing to send; empty if there is. */
    StringBinding errorProperty() {
        return error;
    }

    /** What the table costs with these settings, in words; empty while they are not valid. */
    StringBinding costProperty() {
        return cost;
    }
}
