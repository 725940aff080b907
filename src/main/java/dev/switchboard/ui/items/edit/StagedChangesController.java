package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.explorer.copyas.CopyAs;
import dev.switchboard.explorer.edit.StagedEdit;
import dev.switchboard.explorer.edit.StagedKind;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.items.copyas.CopyAsMenu;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Binds the panel of staged edits. */
final class StagedChangesController {
    private static final Messages TEXT = Messages.of(StagedChangesController.class);
    private final UiContext context;
    private final StagedChangesViewModel model;
    private final Consumer<StagedRow> editing;
    private boolean showing;
    @FXML private Label cost;
    @FXML private CheckBox together;
    @FXML private Button discardAll;
    @FXML private MenuButton copy;
    @FXML private Button commit;
    @FXML private LockedNote locked;
    @FXML private Label report;
    @FXML private SplitPane split;
    @FXML private TableView<StagedRow> edits;
    @FXML private TableColumn<StagedRow, String> kindColumn;
    @FXML private TableColumn<StagedRow, String> itemColumn;
    @FXML private TableColumn<StagedRow, String> stateColumn;
    @FXML private TableView<DiffRow> differences;
    @FXML private TableColumn<DiffRow, String> pathColumn;
    @FXML private TableColumn<DiffRow, String> readColumn;
    @FXML private TableColumn<DiffRow, String> editedColumn;
    @FXML private TableColumn<DiffRow, String> currentColumn;
    @FXML private Label outcome;
    @FXML private Button mine;
    @FXML private Button discard;
    @FXML private Button edit;

    /** @param editing opens the editor for a staged edit */
    StagedChangesController(UiContext context, StagedChangesViewModel model, Consumer<StagedRow> editing) {
        this.editing = editing;
        this.context = context;
        this.model = model;
    }

    @FXML
    void initialize() {
        cost.textProperty().bind(model.costProperty());
        together.selectedProperty().bindBidirectional(model.togetherProperty());
        together.disableProperty().bind(model.fitsProperty().not().or(model.runningProperty()));
        commit.disableProperty().bind(model.runningProperty().or(context.lock().closed()));
        discardAll.disableProperty().bind(model.runningProperty());
        copy.getItems().setAll(CopyAsMenu.items(context, this::request));
        locked.follow(context.lock());
        NodeVisibility.text(report, model.reportProperty());
        split.setDividerPositions(0.42);
        bindEdits();
        bindDifferences();
    }

    private CopyAsMenu.@Nullable Request request() {
        List<StagedEdit> staged = model.rows().stream().map(StagedRow::staged).toList();
        return staged.isEmpty() ? null : (target, settings) -> CopyAs.of(model.table(), staged, target, settings);
    }

    private void bindEdits() {
        column(kindColumn, row -> TEXT.get("kind." + row.staged().kind().name().toLowerCase(Locale.ROOT)));
        column(itemColumn, row -> KeyText.of(row.staged().key()));
        column(stateColumn, StagedChangesController::state);
        edits.setItems(model.rows());
        edits.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        edits.getSelectionModel().selectedItemProperty().addListener((observable, old, now) -> {
            if (!showing && now != null) {
                model.select(now);
            }
        });
        model.selectedProperty().subscribe(this::show);
        model.rows().addListener((ListChangeListener<StagedRow>) change -> show(model.selectedProperty().get()));
    }

    private void show(@Nullable StagedRow row) {
        showing = true;
        if (row == null) {
            edits.getSelectionModel().clearSelection();
        } else {
            edits.getSelectionModel().select(row);
        }
        showing = false;
        boolean conflict = row != null && row.conflict() != null;
        mine.setVisible(conflict);
        mine.setManaged(conflict);
        discard.setDisable(row == null);
        edit.setDisable(row == null || row.staged().edit().item() == null);
        currentColumn.setVisible(conflict);
        outcome.setText(row == null ? "" : outcome(row));
    }

    private void bindDifferences() {
        column(pathColumn, DiffRow::path);
        column(readColumn, row -> missing(row.read()));
        column(editedColumn, row -> missing(row.edited()));
        column(currentColumn, row -> missing(row.current()));
        differences.setItems(model.differences());
        differences.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private static String missing(String text) {
        return text.isEmpty() ? TEXT.get("value.missing") : text;
    }

    private static <R> void column(TableColumn<R, String> column, Function<R, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private static String state(StagedRow row) {
        return switch (row.result()) {
            case null -> TEXT.get(row.staged().kind() == StagedKind.CHANGE ? "state.staged" : "state.whole", row.staged().changes().size(),
                    Formats.capacity(row.staged().units()));
            case EditResult.Conflict _ -> TEXT.get("state.conflict");
            case EditResult.Rejected _ -> TEXT.get("state.rejected");
            case EditResult.Unanswered _ -> TEXT.get("state.unknown");
            case EditResult.NotSent _, EditResult.Written _ -> TEXT.get("state.not-written");
        };
    }

    private static String outcome(StagedRow row) {
        return switch (row.result()) {
            case EditResult.Conflict(var now) -> TEXT.get(now == null ? "conflict.gone" : "conflict.hint");
            case EditResult.Rejected(String sentence) -> sentence;
            case EditResult.Unanswered(String sentence) -> TEXT.get("state.unknown.hint", sentence);
            case null, default -> "";
        };
    }

    @FXML
    void commit() {
        model.commit();
    }

    @FXML
    void discardAll() {
        model.discardAll();
    }

    @FXML
    void discardOne() {
        @Nullable StagedRow row = model.selectedProperty().get();
        if (row != null) {
            model.discard(row);
        }
    }

    @FXML
    void editOne() {
        @Nullable StagedRow row = model.selectedProperty().get();
        if (row != null && row.staged().edit().item() != null) {
            editing.accept(row);
        }
    }

    @FXML
    void keepMine() {
        @Nullable StagedRow row = model.selectedProperty().get();
        if (row != null) {
            model.rebase(row);
        }
    }
}
