package dev.switchboard.ui.database;

import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.code.CodeEditor;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** Binds the tab that runs SQL. */
final class SqlController {
    private static final Messages TEXT = Messages.of(SqlController.class);
    private final SqlViewModel model;
    private final UiContext context;

    @FXML private CodeEditor script;

    @FXML private Button run;

    @FXML private Button cancel;

    @FXML private Label readOnly;

    @FXML private Label summary;

    @FXML private StateOverlay overlay;

    @FXML private TabPane answers;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    SqlController(SqlViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        script.textProperty().bindBidirectional(model.scriptProperty());
        script.setNames(model::names);
        script.setOnRun(run::fire);
        run.disableProperty().bind(model.runningProperty().or(model.scriptProperty().isEmpty()));
        run.setOnAction(event -> model.run());
        cancel.visibleProperty().bind(model.runningProperty());
        cancel.setOnAction(event -> model.cancel());
        readOnly.visibleProperty().bind(context.lock().closed());
        readOnly.managedProperty().bind(readOnly.visibleProperty());
        summary.textProperty().bind(model.summaryProperty());
        overlay.stateProperty().bind(model.stateProperty());
        model.results().addListener((ListChangeListener<SqlResult>) change -> show());
    }

    void focus() {
        script.requestFocus();
    }

    private void show() {
        answers.getTabs().clear();
        int number = 1;
        for (SqlResult result : model.results()) {
            String title = TEXT.get("sql.answer", number++, SqlResults.firstWord(result.statement()));
            answers.getTabs().add(new Tab(title, SqlResults.of(result, context.state())));
        }
    }
}
