package dev.switchboard.ui.database;

import dev.switchboard.postgres.admin.ScriptHistory;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.code.CodeEditor;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Binds the tab that runs SQL. */
final class SqlController {
    private static final Messages TEXT = Messages.of(SqlController.class);
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_TITLE = 80;
    private final SqlViewModel model;
    private final UiContext context;

    @FXML private CodeEditor script;

    @FXML private Button run;

    @FXML private Button cancel;

    @FXML private Label readOnly;

    @FXML private Label summary;

    @FXML private StateOverlay overlay;

    @FXML private TabPane answers;

    @FXML private MenuButton history;

    /** How long a script has run is counted while it runs. */
    private final Timeline clock;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    SqlController(SqlViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
        clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
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
        model.runningProperty().subscribe(running -> {
            if (running) {
                clock.play();
            } else {
                clock.stop();
            }
        });
        model.errorAtProperty().subscribe((@Nullable Integer offset) -> {
            if (offset != null) {
                script.markError(offset);
            }
        });
        bindHistory();
        model.results().addListener((ListChangeListener<SqlResult>) change -> show());
    }

    private void bindHistory() {
        ScriptHistoryViewModel past = model.history();
        history.disableProperty().bind(Bindings.isEmpty(past.scripts()));
        history.setOnShowing(event -> history.getItems().setAll(past.scripts().stream().limit(MOST_SHOWN).map(this::item).toList()));
        script.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.UP) {
                past.older();
                event.consume();
            } else if (event.isShortcutDown() && event.getCode() == KeyCode.DOWN) {
                past.newer();
                event.consume();
            }
        });
        past.read();
    }

    private MenuItem item(ScriptHistory.PastScript past) {
        String line = past.text().strip().replaceAll("\\s+", " ");
        String shown = line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) + "…" : line;
        MenuItem item = new MenuItem(TEXT.get("sql.history-item", Formats.dateTime(past.at(), context.zone()), shown));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            model.history().take(past);
            script.requestFocus();
        });
        return item;
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
