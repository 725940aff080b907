package dev.switchboard.ui.users;

import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.row.RowAction;
import dev.switchboard.ui.common.row.RowOpener;
import dev.switchboard.ui.common.row.SelectionKeeper;
import dev.switchboard.users.UserComparison;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the Users screen. */
public final class UsersController implements ScreenController {
    private static final Messages TEXT = Messages.of(UsersController.class);

    /** As the shell lists it. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "users",
            TEXT.get("title"),
            "fth-users",
            context -> ViewLoader.load(UsersController.class, () -> new UsersController(context)));

    private final UiContext context;
    private final UsersViewModel model;
    private @Nullable RowAction open;
    @FXML private Label summary;
    @FXML private TextField filter;
    @FXML private Button refresh;
    @FXML private Button compare;
    @FXML private Button stop;
    @FXML private StackPane syncHolder;
    @FXML private Button sync;
    @FXML private LockedNote locked;
    @FXML private FlowPane chips;
    @FXML private HBox note;
    @FXML private FontIcon noteIcon;
    @FXML private Label noteText;
    @FXML private Button copyNote;
    @FXML private StateOverlay overlay;
    @FXML private TableView<UserRow> users;
    @FXML private Label footer;
    @FXML private Label progress;
    @FXML private Button conversations;

    public UsersController(UiContext context) {
        this.context = context;
        model = new UsersViewModel(context, this::agree);
    }

    private boolean agree(String action, UserComparison comparison) {
        Parent content = ViewLoader.fragment(SyncPreviewController.class, new SyncPreviewController(comparison));
        return context.dialogs().form(TEXT.get("sync.title"), content, action, null);
    }

    @FXML
    void initialize() {
        locked.follow(context.lock());
        filter.textProperty().bindBidirectional(model.filterProperty());
        overlay.stateProperty().bind(model.stateProperty());
        Tooltips.name(refresh, TEXT.get("refresh"));
        bindActions();
        new StateChips(chips, model).follow();
        UsersColumns.build(users, context.state()).show(model.shown());
        users.setPlaceholder(new Label(TEXT.get("filter.none")));
        model.onReplace(new SelectionKeeper<>(users, UserRow::key)::replacing);
        RowOpener.install(users, model::openConversations);
        addMenu();
        progress.visibleProperty().bind(model.runningProperty());
        model.jobProperty().subscribe((@Nullable JobViewModel job) -> follow(job));
        model.noteProperty().addListener((observable, old, now) -> showNote(now));
        showNote(null);
        summary.textProperty().bind(Bindings.createStringBinding(() -> TEXT.get("summary", model.rows().size()), model.rows()));
        footer.textProperty().bind(Bindings.createStringBinding(
                this::footer, model.rows(), model.shown(), model.filterProperty(), model.onlyProperty(), model.comparisonProperty()));
    }

    /** Says how far the job of this screen is. */
    private void follow(@Nullable JobViewModel job) {
        progress.textProperty().unbind();
        if (job == null) {
            progress.setText("");
        } else {
            progress.textProperty().bind(job.textProperty());
        }
    }

    private String footer() {
        String key = model.comparisonProperty().get() == null ? "footer.alone" : "footer.compared";
        return model.rows().isEmpty() ? "" : TEXT.get(key, model.shown().size(), model.rows().size());
    }

    private void bindActions() {
        // Nothing appears or moves here: what is below the pointer stays there.
        compare.disableProperty().bind(model.runningProperty());
        NodeVisibility.when(stop, model.runningProperty());
        sync.textProperty().bind(Bindings.createStringBinding(
                () -> model.comparisonProperty().get() == null ? TEXT.get("sync.none-yet") : TEXT.get("sync.button", model.changes()),
                model.comparisonProperty()));
        sync.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.changes() == 0 || model.runningProperty().get() || !context.lock().openProperty().get(),
                model.comparisonProperty(), model.runningProperty(), context.lock().openProperty()));
        NodeVisibility.tooltip(syncHolder, Bindings.createStringBinding(
                () -> model.comparisonProperty().get() == null ? TEXT.get("sync.compare-first") : "", model.comparisonProperty()));
        // One primary button: first the comparison, and the sync once it has something to do.
        model.comparisonProperty().addListener(observable -> primary());
        model.stateProperty().addListener(observable -> primary());
        primary();
        ReadOnlyObjectProperty<UserRow> chosen = users.getSelectionModel().selectedItemProperty();
        open = new RowAction(
                Bindings.createStringBinding(() -> conversationsOf(handleOf(chosen.get())), chosen), "fth-message-circle",
                Bindings.createBooleanBinding(() -> handleOf(chosen.get()).isEmpty(), chosen),
                model.stateProperty().map(state -> state instanceof ViewState.Content),
                () -> withSelected(model::openConversations));
        open.bind(conversations);
    }

    private static String conversationsOf(String handle) {
        return handle.isEmpty() ? TEXT.get("conversations.none") : TEXT.get("conversations.of", handle);
    }

    private static String handleOf(@Nullable UserRow row) {
        return row == null ? "" : row.shownHandle();
    }

    private void primary() {
        compare.getStyleClass().remove("accent");
        sync.getStyleClass().remove("accent");
        // Where there is nothing to show, the way out in the middle is the primary button.
        if (model.stateProperty().get() instanceof ViewState.Content) {
            (model.changes() > 0 ? sync : compare).getStyleClass().add("accent");
        }
    }

    private void addMenu() {
        users.getContextMenu().getItems().addAll(0, List.of(
                Objects.requireNonNull(open).menuItem(),
                copy("copy.postgres-id", UserRow::postgresId),
                copy("copy.pool-id", UserRow::poolId),
                new SeparatorMenuItem()));
    }

    private MenuItem copy(String key, Function<UserRow, String> id) {
        ReadOnlyObjectProperty<UserRow> chosen = users.getSelectionModel().selectedItemProperty();
        BooleanBinding none = Bindings.createBooleanBinding(
                () -> {
                    UserRow row = chosen.get();
                    return row == null || id.apply(row).isEmpty();
                },
                chosen);
        return new RowAction(TEXT.get(key), "fth-copy", none, () -> withSelected(row -> Clipboards.copy(id.apply(row)))).menuItem();
    }

    private void withSelected(Consumer<UserRow> action) {
        UserRow row = users.getSelectionModel().getSelectedItem();
        if (row != null) {
            action.accept(row);
        }
    }

    private void showNote(UsersViewModel.@Nullable Note now) {
        note.setVisible(now != null);
        note.setManaged(now != null);
        if (now != null) {
            noteText.setText(now.text());
            note.getStyleClass().removeAll("danger", "warning", "success");
            note.getStyleClass().add(
                    switch (now.level()) {
                        case DONE -> "success";
                        case WARNING -> "warning";
                        case FAILED -> "danger";
                    });
            noteIcon.setIconLiteral(now.level() == UsersViewModel.Note.Level.DONE ? "fth-check-circle" : "fth-alert-triangle");
            copyNote.setVisible(now.detail() != null);
            copyNote.setManaged(copyNote.isVisible());
        }
    }

    @FXML
    void copyNote() {
        UsersViewModel.Note now = model.noteProperty().get();
        if (now != null && now.detail() != null) {
            Clipboards.copy(now.detail());
        }
    }

    @FXML
    void compare() {
        model.compare();
    }

    @FXML
    void stop() {
        model.stop();
    }

    @FXML
    void sync() {
        model.sync();
    }

    @FXML
    void dismissNote() {
        model.dismissNote();
    }

    @Override
    @FXML
    public void refresh() {
        model.refresh();
    }

    @Override
    public void shown(Map<String, String> arguments) {
        // A comparison reads the whole pool: it is renewed by F5 only.
        if (!model.runningProperty().get() && model.comparisonProperty().get() == null) {
            model.refresh();
        }
        if (arguments.containsKey("filter")) {
            model.filterProperty().set(arguments.getOrDefault("filter", ""));
        }
    }

    @Override
    public boolean shows(DataChange change) {
        return change instanceof DataChange.Users || change instanceof DataChange.Database;
    }

    @Override
    public void changed(Set<DataChange> changes) {
        model.changed(changes);
    }

    @Override
    public void outdated() {
        shown(Map.of());
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return model.asOf().property();
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public boolean escape() {
        if (model.runningProperty().get()) {
            model.stop();
            return true;
        }
        if (!model.filterProperty().get().isEmpty()) {
            model.filterProperty().set("");
            return true;
        }
        return false;
    }

    @Override
    public void closed() {
        model.close();
    }
}
