package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.SetupOffer;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The list of tables, the selected table, and the filter. Actions on tables are in {@link TableActions}. */
final class TablesViewModel {
    private static final Messages TEXT = Messages.of(TablesViewModel.class);
    private final UiContext context;
    private final LatestJobRunner listing;
    private final ObservableList<TableDetails> tables = FXCollections.observableArrayList();
    private final FilteredList<TableDetails> shown = new FilteredList<>(tables);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable TableDetails> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final ReadOnlyBooleanWrapper passing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper updating = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private final AsOf asOf = new AsOf();
    private Runnable create = () -> {};
    private final ReadOnlyStringWrapper hidden = new ReadOnlyStringWrapper("");
    private @Nullable String wanted;
    /** The name of the table that was selected last; empty if none was. */
    private String chosen = "";
    private boolean loaded;

    TablesViewModel(UiContext context) {
        this.context = context;
        listing = context.jobs().slot();
        filter.addListener((observable, old, now) -> applyFilter(now.strip().toLowerCase(Locale.ROOT)));
        selected.addListener((observable, old, now) -> {
            if (now != null) {
                chosen = now.name();
                updateHidden();
            }
        });
    }

    /** A table that the filter hides is not selected, so that nothing is done to a table that is not seen; it is again when it is shown. */
    private void applyFilter(String text) {
        updating.set(true);
        shown.setPredicate(text.isEmpty() ? null : table -> table.name().toLowerCase(Locale.ROOT).contains(text));
        selected.set(find(shown, chosen));
        updateHidden();
        updating.set(false);
    }

    private void updateHidden() {
        hidden.set(selected.get() == null && find(tables, chosen) != null ? chosen : "");
    }

    private static @Nullable TableDetails find(List<TableDetails> among, String name) {
        return among.stream().filter(table -> table.name().equals(name)).findFirst().orElse(null);
    }

    /** Sets the action of the button in the empty state. */
    void onCreate(Runnable action) {
        create = action;
    }

    /** Reloads all tables; the current list is shown until then. */
    void refresh() {
        if (!loaded) {
            state.set(new ViewState.Loading(TEXT.get("loading")));
        }
        asOf.begins();
        listing.start(TEXT.get("job.list"), progress -> context.session().tables().list(progress), this::show, this::failed);
    }

    /** Reloads the tables unless they are being loaded. */
    void poll() {
        if (!listing.runningProperty().get()) {
            refresh();
        }
    }

    /** Selects a table now or as soon as it is in the list, also where the filter hides it. */
    void select(String name) {
        wanted = name;
        choose(name);
    }

    private void show(List<TableDetails> fresh) {
        loaded = true;
        asOf.arrived();
        failure.set(null);
        updating.set(true);
        tables.setAll(fresh);
        choose(wanted != null ? wanted : chosen);
        updating.set(false);
        passing.set(fresh.stream().anyMatch(table -> TableDetailsFormatter.isPassing(table.status())));
        state.set(fresh.isEmpty() ? empty() : ViewState.CONTENT);
    }

    private void choose(String name) {
        boolean found = find(tables, name) != null;
        if (found && name.equals(wanted)) {
            wanted = null;
            chosen = name;
            if (find(shown, name) == null) {
                filter.set("");
            }
        }
        // The first one where that was dropped; none where it is only hidden.
        selected.set(found ? find(shown, name) : shown.isEmpty() ? null : shown.getFirst());
        updateHidden();
    }

    private ViewState empty() {
        ViewState.Action action = new ViewState.Action(TEXT.get("empty.action"), () -> create.run());
        return SetupOffer.empty(SetupOffer.of(context), "fth-grid", TEXT.get("empty.title"), TEXT.get("empty.text"), action, this::poll);
    }

    private void failed(Explanation explanation) {
        if (loaded && !tables.isEmpty()) {
            failure.set(explanation);
            return;
        }
        asOf.clear();
        selected.set(null);
        state.set(new ViewState.LoadFailure(explanation, this::refresh));
    }

    /** Cancels loading. */
    void close() {
        listing.cancel();
    }

    /** When the tables were read. */
    AsOf asOf() {
        return asOf;
    }

    /** Every table, by name. */
    ObservableList<TableDetails> tables() {
        return tables;
    }

    /** The entries that match the filter. */
    FilteredList<TableDetails> shown() {
        return shown;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** The selected table, or null. */
    ObjectProperty<@Nullable TableDetails> selectedProperty() {
        return selected;
    }

    /** The name of the table that was selected before the filter hid it; empty if there is none. */
    ReadOnlyStringProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a table has a transitional status. */
    ReadOnlyBooleanProperty passingProperty() {
        return passing.getReadOnlyProperty();
    }

    /** True while the rows are being replaced and the selection of the view must be ignored. */
    ReadOnlyBooleanProperty updatingProperty() {
        return updating.getReadOnlyProperty();
    }

    /** Why the list is out of date; null if it is current. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
