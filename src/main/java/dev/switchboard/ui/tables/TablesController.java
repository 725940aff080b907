package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.Explanation;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.row.RowAction;
import dev.switchboard.ui.common.row.RowOpener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Binds the Tables screen. */
public final class TablesController implements ScreenController {
    private static final Messages TEXT = Messages.of(TablesController.class);

    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "tables",
            TEXT.get("title"),
            "fth-grid",
            context -> ViewLoader.load(TablesController.class, () -> new TablesController(context)));

    private static final Duration POLL_INTERVAL = Duration.seconds(1.5);
    private final UiContext context;
    private final TablesViewModel model;
    private final BackupsViewModel backupsModel;
    private final TableActions actions;
    private final TableRowActions rowActions;
    private final RestoreDialog restores;
    private final Timeline polling;
    @FXML private Label summary;
    @FXML private TextField filter;
    @FXML private Button refresh;
    @FXML private Button create;
    @FXML private LockedNote locked;
    @FXML private HBox failureNote;
    @FXML private Label failureText;
    @FXML private StateOverlay overlay;
    @FXML private TableView<TableDetails> tables;
    @FXML private StackPane detail;
    @FXML private VBox noDetail;
    @FXML private Label noDetailTitle;
    @FXML private Label noDetailText;
    @FXML private Button clearFilter;
    @FXML private VBox backupsPane;
    @FXML private TableView<BackupFile> backups;
    @FXML private Label backupsCount;
    @FXML private Label backupsFailure;
    @FXML private HBox answerNote;
    @FXML private Label answerText;
    @FXML private Button restore;

    public TablesController(UiContext context) {
        this.context = context;
        model = new TablesViewModel(context);
        backupsModel = new BackupsViewModel(context);
        actions = new TableActions(context, model, backupsModel);
        rowActions = new TableRowActions(context, model, actions);
        restores = new RestoreDialog(context, actions);
        polling = new Timeline(new KeyFrame(POLL_INTERVAL, event -> model.poll()));
        polling.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    void initialize() {
        locked.follow(context.lock());
        filter.textProperty().bindBidirectional(model.filterProperty());
        overlay.stateProperty().bind(model.stateProperty());
        create.disableProperty().bind(context.lock().closed());
        // The empty state has its own button, and no table can be created in the error state.
        create.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof ViewState.Content, model.stateProperty()));
        Tooltips.name(refresh, TEXT.get("refresh"));
        summary.textProperty().bind(Bindings.createStringBinding(this::summary, model.tables()));
        model.onCreate(this::create);
        model.failureProperty().addListener((observable, old, now) -> showFailure(now));
        showFailure(null);
        answerText.textProperty().bind(NodeVisibility.words(actions.answerProperty(), TablesController::inFull));
        NodeVisibility.whenThere(answerNote, actions.answerProperty());
        actions.onRestore(restores::open);
        TableListColumns.build(tables, context.state()).show(model.shown());
        tables.setPlaceholder(new Label(TEXT.get("filter.none")));
        RowOpener.install(tables, rowActions::browse);
        tables.getContextMenu().getItems().addAll(0, rowActions.menuItems());
        followSelection();
        buildBackups();
        Parent pane = ViewLoader.fragment(TableDetailController.class, new TableDetailController(context, model, rowActions));
        NodeVisibility.when(pane, model.selectedProperty().isNotNull());
        detail.getChildren().addFirst(pane);
        showNoDetail();
        actions.runningProperty().addListener(observable -> startOrStopPolling());
        model.passingProperty().addListener(observable -> startOrStopPolling());
    }

    private String summary() {
        return model.tables().isEmpty() ? "" : TEXT.get("summary", model.tables().size());
    }

    /** Polls the list while an action is running or a table has a transitional status. */
    private void startOrStopPolling() {
        if (actions.runningProperty().get() > 0 || model.passingProperty().get()) {
            polling.play();
        } else {
            polling.stop();
        }
    }

    private void followSelection() {
        tables.getSelectionModel().selectedItemProperty().addListener((observable, old, now) -> {
            if (now != null && !model.updatingProperty().get()) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener(observable -> showSelection());
        model.updatingProperty().addListener(observable -> showSelection());
    }

    /** What is in the place of the details while no table is selected. */
    private void showNoDetail() {
        StringExpression hidden = model.hiddenProperty();
        NodeVisibility.when(noDetail, model.selectedProperty().isNull());
        noDetailTitle.textProperty().bind(Bindings.createStringBinding(
                () -> hidden.get().isEmpty() ? TEXT.get("detail.none") : TEXT.get("detail.hidden", hidden.get()), hidden));
        noDetailText.textProperty().bind(Bindings.when(hidden.isEmpty()).then(TEXT.get("detail.none.text"))
                .otherwise(TEXT.get("detail.hidden.text")));
        NodeVisibility.when(clearFilter, hidden.isNotEmpty());
    }

    @FXML
    void clearFilter() {
        model.filterProperty().set("");
        tables.requestFocus();
    }

    private void showSelection() {
        TableDetails chosen = model.selectedProperty().get();
        if (model.updatingProperty().get()) {
            return;
        }
        if (chosen == null) {
            tables.getSelectionModel().clearSelection();
        } else if (!chosen.equals(tables.getSelectionModel().getSelectedItem())) {
            tables.getSelectionModel().clearAndSelect(tables.getItems().indexOf(chosen));
        }
    }

    private void buildBackups() {
        TableColumns.<BackupFile>of(backups, "backups", context.state())
                .identity(BackupFile::file)
                .mono("table", TEXT.get("backups.table"), 220, BackupFile::table)
                .number("items", TEXT.get("backups.items"), 90, BackupFile::items, file -> Formats.count(file.items()))
                .text("at", TEXT.get("backups.at"), 170, file -> Formats.dateTime(file.at(), context.zone()),
                        Comparator.comparing(BackupFile::at))
                .zoned(context.zoneProperty())
                .number("size", TEXT.get("backups.size"), 90, BackupFile::bytes, file -> Formats.bytes(file.bytes()))
                .mono("file", TEXT.get("backups.file"), 420, file -> file.file().getFileName().toString())
                .show(backupsModel.backups());
        backupsModel.selectedProperty().bind(backups.getSelectionModel().selectedItemProperty());
        NodeVisibility.when(backupsPane, Bindings.isNotEmpty(backupsModel.backups()).or(backupsModel.failureProperty().isNotNull()));
        backupsCount.textProperty().bind(Bindings.createStringBinding(
                () -> TEXT.get("backups.count", backupsModel.backups().size(), context.session().home().backups()),
                backupsModel.backups()));
        backupsFailure.textProperty().bind(NodeVisibility.words(backupsModel.failureProperty(), TablesController::inFull));
        NodeVisibility.whenThere(backupsFailure, backupsModel.failureProperty());
        RowAction restoring = new RowAction(TEXT.get("restore.button"), "fth-rotate-ccw",
                backupsModel.selectedProperty().isNull().or(context.lock().closed()), this::restore);
        restoring.bind(restore);
        backups.getContextMenu().getItems().addAll(0, List.of(restoring.menuItem(), new SeparatorMenuItem()));
        RowOpener.install(backups, backup -> restore());
    }

    private static String inFull(Explanation why) {
        String remedy = why.remedy();
        return remedy == null ? why.sentence() : why.sentence() + " " + remedy;
    }

    private void showFailure(@Nullable Explanation explanation) {
        failureNote.setVisible(explanation != null);
        failureNote.setManaged(explanation != null);
        if (explanation != null) {
            failureText.setText(TEXT.get("failure", explanation.sentence()));
        }
    }

    @FXML
    void copyAnswer() {
        Explanation answer = actions.answerProperty().get();
        if (answer != null) {
            Clipboards.copy(answer.detail());
        }
    }

    @FXML
    void dismissAnswer() {
        actions.dismissAnswer();
    }

    private Set<String> names() {
        return model.tables().stream().map(TableDetails::name).collect(Collectors.toSet());
    }

    @FXML
    void create() {
        if (!context.lock().openProperty().get()) {
            context.lock().askToUnlock();
            return;
        }
        Set<String> taken = names();
        String messages = context.session().settings().messagesTable();
        TableFormViewModel form = new TableFormViewModel(taken.contains(messages) ? "" : messages, taken);
        Parent content = ViewLoader.fragment(CreateTableController.class, new CreateTableController(form));
        boolean confirmed = context.dialogs().form(
                TEXT.get("create.title"),
                content,
                TEXT.get("create.action"),
                Bindings.createBooleanBinding(() -> !form.errorsProperty().get().none(), form.errorsProperty()));
        if (confirmed) {
            actions.create(form.definition());
        }
    }

    private void restore() {
        BackupFile chosen = backupsModel.selectedProperty().get();
        if (chosen != null) {
            restores.open(chosen.file());
        }
    }

    @Override
    @FXML
    public void refresh() {
        model.refresh();
        backupsModel.refresh();
    }

    @Override
    public boolean shows(DataChange change) {
        return change instanceof DataChange.Tables;
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return model.asOf().property();
    }

    @Override
    public void shown(Map<String, String> arguments) {
        String asked = arguments.get("table");
        if (asked != null) {
            model.select(asked);
        }
        refresh();
        String backup = arguments.get("restore");
        if (backup != null) {
            restores.open(Path.of(backup));
        }
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public boolean escape() {
        if (model.filterProperty().get().isEmpty()) {
            return false;
        }
        model.filterProperty().set("");
        return true;
    }

    @Override
    public void closed() {
        polling.stop();
        model.close();
        backupsModel.close();
    }
}
