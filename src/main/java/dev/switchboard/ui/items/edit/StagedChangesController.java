package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.explorer.copyas.CopyAs;
import dev.switchboard.explorer.edit.StagedEdit;
import dev.switchboard.explorer.edit.StagedKind;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.grid.GridSettings;
import dev.switchboard.ui.items.copyas.CopyAsMenu;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
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
    @FXML private TableView<DiffRow> differences;
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
        bindDifferences();
        bindEdits();
    }

    private CopyAsMenu.@Nullable Request request() {
        List<StagedEdit> staged = model.rows().stream().map(StagedRow::staged).toList();
        return staged.isEmpty() ? null : (target, settings) -> CopyAs.of(model.table(), staged, target, settings);
    }

    private void bindEdits() {
        TableColumns.of(edits, "items.staged", context.state())
                .text("kind", TEXT.get("staged.kind"), 80, row -> TEXT.get("kind." + row.staged().kind().name().toLowerCase(Locale.ROOT)))
                .mono("item", TEXT.get("staged.item"), 200, row -> KeyText.of(row.staged().key()))
                .text("state", TEXT.get("staged.state"), 170, StagedChangesController::state)
                .enterShowsRow()
                .show(model.rows());
        edits.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
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
        differences.getColumns().stream().filter(column -> "current".equals(column.getId())).forEach(column -> column.setVisible(conflict));
        outcome.setText(row == null ? "" : outcome(row));
    }

    private void bindDifferences() {
        TableColumns.of(differences, "items.staged.differences", GridSettings.inMemory())
                .mono("path", TEXT.get("diff.attribute"), 130, DiffRow::path)
                .text("read", TEXT.get("diff.read"), 150, row -> missing(row.read()))
                .text("edited", TEXT.get("diff.edited"), 150, row -> missing(row.edited()))
                .text("current", TEXT.get("diff.current"), 150, row -> missing(row.current()))
                .enterShowsRow()
                .show(model.differences());
    }

    private static String missing(String text) {
        return text.isEmpty() ? TEXT.get("value.missing") : text;
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
