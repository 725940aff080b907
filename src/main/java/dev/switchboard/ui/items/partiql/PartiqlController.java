package dev.switchboard.ui.items.partiql;

import dev.switchboard.dynamodb.partiql.Partiql;
import dev.switchboard.dynamodb.partiql.PartiqlStatement;
import dev.switchboard.dynamodb.partiql.StatementSplitter;
import dev.switchboard.explorer.copyas.CopyAs;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.code.CodeEditor;
import dev.switchboard.ui.code.CodeLanguage;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.items.copyas.CopyAsMenu;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Binds the pane of PartiQL statements. */
final class PartiqlController {
    private static final Messages TEXT = Messages.of(PartiqlController.class);
    private static final double NUMBER_WIDTH = 48;
    private static final double STATEMENT_WIDTH = 420;
    private static final double OUTCOME_WIDTH = 480;
    private final PartiqlViewModel model;
    private final UiContext context;

    @FXML private CodeEditor editor;

    @FXML private Button run;

    @FXML private Button runAll;

    @FXML private Button runBatch;

    @FXML private Button stop;

    @FXML private MenuButton copy;

    @FXML private TextField limit;

    @FXML private TextField parameters;

    @FXML private Label readOnly;

    @FXML private Label error;

    @FXML private HBox noticeNote;

    @FXML private Label notice;

    @FXML private TableView<StatementRow> outcomes;

    @FXML private StateOverlay overlay;

    @FXML private StackPane holder;

    @FXML private Label status;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    PartiqlController(PartiqlViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        editor.setLanguage(CodeLanguage.PARTIQL);
        editor.setNames(model::words);
        editor.setOnRun(run::fire);
        editor.textProperty().bindBidirectional(model.textProperty());
        limit.textProperty().bindBidirectional(model.limitProperty());
        parameters.setPromptText(Partiql.PARAMETERS_EXAMPLE);
        parameters.textProperty().bindBidirectional(model.parametersProperty());
        BooleanBinding unusable = model.runningProperty().or(Bindings.createBooleanBinding(
                () -> model.textProperty().get().isBlank(), model.textProperty()));
        copy.getItems().setAll(CopyAsMenu.items(context, this::request));
        for (Button button : new Button[] {run, runAll, runBatch}) {
            button.disableProperty().bind(unusable);
        }
        run.setOnAction(event -> model.run(editor.caretProperty().getValue()));
        runAll.setOnAction(event -> model.runAll());
        runBatch.setOnAction(event -> model.runBatch());
        stop.setOnAction(event -> model.stop());
        shownWhile(stop, model.runningProperty());
        shownWhile(readOnly, context.lock().closed());
        error.textProperty().bind(model.errorProperty());
        shownWhile(error, model.errorProperty().isNotEmpty());
        notice.textProperty().bind(model.noticeProperty());
        shownWhile(noticeNote, model.noticeProperty().isNotEmpty());
        status.textProperty().bind(model.statusProperty());
        overlay.stateProperty().bind(model.stateProperty());
        bindResults();
    }

    private void bindResults() {
        shownWhile(outcomes, Bindings.size(model.rows()).greaterThan(1));
        TableColumns<StatementRow> columns = TableColumns.of(outcomes, "items.partiql.outcomes", context.state());
        columns.number("number", TEXT.get("partiql.column.number"), NUMBER_WIDTH, StatementRow::number,
                row -> String.valueOf(row.number()));
        columns.mono("statement", TEXT.get("partiql.column.statement"), STATEMENT_WIDTH, StatementRow::text);
        columns.text("outcome", TEXT.get("partiql.column.outcome"), OUTCOME_WIDTH, row -> row.outcomeProperty().get());
        columns.show(model.rows());
        outcomes.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        ResultTable table = new ResultTable(context.state());
        holder.getChildren().add(table.root());
        model.selectedProperty().subscribe(row -> {
            table.show(row);
            outcomes.getSelectionModel().select(row);
        });
        outcomes.getSelectionModel().selectedItemProperty().addListener((observable, old, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
                // Only on request: a text that is selected after a run would be replaced by what is typed next.
                if (outcomes.isFocused()) {
                    editor.select(now.statement().start(), now.statement().end());
                }
            }
        });
        // The cells are texts that were read once.
        model.statusProperty().addListener((observable, old, now) -> outcomes.refresh());
    }

    /** The statement that Run runs. */
    private CopyAsMenu.@Nullable Request request() {
        @Nullable PartiqlStatement statement = StatementSplitter.at(model.textProperty().get(), editor.caretProperty().getValue());
        return statement == null ? null : (target, settings) -> CopyAs.of(statement.text(), target, settings);
    }

    private static void shownWhile(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    void focus() {
        editor.requestFocus();
    }
}
