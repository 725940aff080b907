package dev.switchboard.ui.items.tabs;

import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.SetupOffer;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The names of the tables, which all tabs share. JavaFX thread only. */
public final class TableNames {
    private static final Messages TEXT = Messages.of(TableNames.class);
    private final UiContext context;
    private final LatestJobRunner listing;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ViewState> problem = new ReadOnlyObjectWrapper<>();

    public TableNames(UiContext context) {
        this.context = context;
        listing = context.jobs().slot();
    }

    /** Loads the names. */
    public void load() {
        listing.start(TEXT.get("job.tables"), progress -> context.session().tables().names(), this::came, this::failed);
    }

    private void came(List<String> found) {
        // Only what differs, because a choice loses its value where its list is replaced.
        names.removeIf(name -> !found.contains(name));
        for (String name : found) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        names.sort(null);
        problem.set(found.isEmpty() ? none() : null);
    }

    private ViewState none() {
        ViewState.Action make = new ViewState.Action(TEXT.get("empty.no-table.action"), () -> context.navigator().open("tables"));
        return SetupOffer.empty(SetupOffer.of(context), "fth-grid", TEXT.get("empty.no-table.title"), TEXT.get("empty.no-table.text"),
                make, this::load);
    }

    private void failed(Explanation explanation) {
        problem.set(new ViewState.LoadFailure(explanation, this::load));
    }

    /** Adds a table that is asked for and not in the list yet. */
    void add(String name) {
        if (!names.contains(name)) {
            names.add(name);
            names.sort(null);
        }
    }

    /** The names, sorted. */
    public ObservableList<String> names() {
        return names;
    }

    /** The table that a new tab begins with: the messages table, otherwise the first; null if there is none. */
    @Nullable
    String usual() {
        String messages = context.session().settings().messagesTable();
        return names.contains(messages) ? messages : names.isEmpty() ? null : names.getFirst();
    }

    /** What a tab without items shows because there are no tables or their names could not be read; null if neither. */
    ReadOnlyObjectProperty<@Nullable ViewState> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Cancels the job before the screen is closed. */
    public void close() {
        listing.cancel();
    }
}
