package dev.switchboard.ui.activity;

import dev.switchboard.aws.AwsEndpoints;
import dev.switchboard.journal.Entry;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import java.util.Comparator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Binds the pane with the changes in the journal. */
final class ChangesController {
    private static final Messages TEXT = Messages.of(ChangesController.class);
    private final ChangesViewModel model;
    private final UiContext context;

    @FXML private LockedNote locked;
    @FXML private TextField changesFilter;
    @FXML private Button reload;
    @FXML private StateOverlay changesOverlay;
    @FXML private TableView<Entry> changes;
    @FXML private VBox change;
    @FXML private VBox changeHint;
    @FXML private Label whatText;
    @FXML private HBox outcomePill;
    @FXML private Label whereText;
    @FXML private Label end;
    @FXML private Label now;
    @FXML private HBox undoHolder;
    @FXML private Button undo;
    @FXML private Button compare;
    @FXML private Label disabledReason;
    @FXML private Label rowsLabel;
    @FXML private Button copyRows;
    @FXML private TextArea rows;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    ChangesController(ChangesViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        locked.follow(context.lock());
        changesFilter.textProperty().bindBidirectional(model.filterProperty());
        reload.setOnAction(event -> model.refresh());
        changesOverlay.stateProperty().bind(model.stateProperty());
        TableColumns.of(changes, "changes", context.state())
                .text("at", TEXT.get("column.at"), 190, entry -> Formats.dateTime(entry.at(), context.zone()),
                        Comparator.comparing(Entry::at))
                .zoned(context.zoneProperty())
                .node("outcome", TEXT.get("column.outcome"), 104, ChangeFormatter::outcome, ChangeFormatter::pill)
                .text("what", TEXT.get("column.what"), 240, entry -> entry.intent().what())
                .mono("where", TEXT.get("column.where"), 120, entry -> entry.where().target())
                .text("who", TEXT.get("column.who"), 90, entry -> entry.who().summary())
                .enterShowsRow()
                .show(model.shown());
        context.zoneProperty().addListener((observable, old, zone) -> show(model.chosenProperty().get()));
        changes.getSelectionModel().selectedItemProperty().addListener((observable, old, entry) -> selected(entry));
        detail();
    }

    /** After a refresh the selected change is another record; the empty selection in between is ignored. */
    private void selected(@Nullable Entry entry) {
        Entry former = model.chosenProperty().get();
        if (entry != null && !entry.equals(former)) {
            model.choose(entry);
        }
    }

    private void detail() {
        StringBinding why = Bindings.createStringBinding(model::disabledReason, model.chosenProperty(), context.lock().openProperty());
        undo.disableProperty().bind(why.isNotEmpty());
        undo.setOnAction(event -> model.undo());
        NodeVisibility.tooltip(undoHolder, why);
        NodeVisibility.text(disabledReason, why);
        compare.setOnAction(event -> model.compare());
        NodeVisibility.text(now, model.nowProperty());
        rows.textProperty().bind(model.rowsProperty());
        rowsLabel.setLabelFor(rows);
        copyRows.setOnAction(event -> Clipboards.copy(rows.getText()));
        model.chosenProperty().subscribe(this::show);
    }

    private void show(@Nullable Entry entry) {
        change.setVisible(entry != null);
        changeHint.setVisible(entry == null);
        if (entry == null) {
            return;
        }
        whatText.setText(entry.intent().what());
        outcomePill.getChildren().setAll(ChangeFormatter.pill(entry));
        String at = Formats.zoned(entry.at(), context.zone());
        whereText.setText(TEXT.get("change.where", at, AwsEndpoints.describe(entry.where(), entry.environment()),
                entry.who().summary(), entry.id()));
        end.setText(ChangeFormatter.end(entry));
        end.setManaged(!end.getText().isEmpty());
        if (!entry.equals(changes.getSelectionModel().getSelectedItem())) {
            changes.getSelectionModel().select(entry);
        }
    }

    void focusFilter() {
        changesFilter.requestFocus();
        changesFilter.selectAll();
    }

    boolean escape() {
        boolean filtered = !changesFilter.getText().isEmpty();
        changesFilter.clear();
        return filtered;
    }
}
