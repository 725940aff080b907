package dev.switchboard.ui.database;

import dev.switchboard.postgres.connection.DatabaseConnectionTestResult;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.LockViewModel;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.StatusIcon;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import java.time.ZoneId;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the tab with the connection and the setup. */
final class SetupController {
    private static final Messages TEXT = Messages.of(SetupController.class);
    private final SetupViewModel model;
    private final DatabaseBackupsViewModel backupsModel;
    private final LockViewModel lock;
    private final ObservableValue<ZoneId> zone;

    @FXML private StateOverlay overlay;

    @FXML private VBox details;

    @FXML private HBox reachRow;

    @FXML private FontIcon reachIcon;

    @FXML private Label reachText;

    @FXML private Label reachRemedy;

    @FXML private HBox commandRow;

    @FXML private TextField command;

    @FXML private Button copyCommand;

    @FXML private Button check;

    @FXML private Button setUp;

    @FXML private Button runAll;

    @FXML private VBox steps;

    @FXML private Button drop;

    @FXML private VBox backups;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    SetupController(SetupViewModel model, DatabaseBackupsViewModel backupsModel, UiContext context) {
        this.model = model;
        this.backupsModel = backupsModel;
        lock = context.lock();
        zone = context.zoneProperty();
    }

    @FXML
    void initialize() {
        overlay.stateProperty().bind(model.stateProperty());
        backups.getChildren().add(ViewLoader.fragment(BackupsController.class, new BackupsController(backupsModel, lock, zone)));
        BooleanBinding busy = model.runningProperty().or(backupsModel.runningProperty()).or(lock.closed());
        runAll.disableProperty().bind(busy);
        runAll.setOnAction(event -> model.runAll());
        drop.disableProperty().bind(busy);
        drop.setOnAction(event -> model.drop());
        check.disableProperty().bind(model.checkingProperty());
        check.setOnAction(event -> model.check());
        setUp.disableProperty().bind(busy);
        setUp.setOnAction(event -> model.setUpEverything());
        copyCommand.setOnAction(event -> Clipboards.copy(command.getText()));
        model.steps().forEach(row -> steps.getChildren().add(step(row, busy)));
        model.connectionProperty().subscribe((@Nullable ConnectionDetails now) -> show(now));
        model.reportProperty().subscribe((@Nullable DatabaseConnectionTestResult now) -> show(now));
    }

    private void show(@Nullable ConnectionDetails now) {
        details.getChildren().clear();
        if (now != null) {
            details.getChildren().add(detail("connection.url", now.url()));
            details.getChildren().add(detail("connection.target", now.target()));
            details.getChildren().add(detail("connection.role", now.role()));
            details.getChildren().add(detail("connection.psql", now.psql()));
        }
    }

    private static Node detail(String key, String value) {
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().addAll("mono", "copyable");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label label = new Label(TEXT.get(key));
        label.getStyleClass().add("text-muted");
        label.setMinWidth(96);
        label.setLabelFor(field);
        Button copy = Tooltips.name(new Button(null, new FontIcon("fth-copy")), TEXT.get("copy.what", TEXT.get(key)));
        copy.getStyleClass().addAll("flat", "small", "button-icon");
        copy.setOnAction(event -> Clipboards.copy(value));
        HBox row = new HBox(8, label, field, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(@Nullable DatabaseConnectionTestResult report) {
        reachRow.setVisible(report != null);
        String way = report == null ? null : report.command();
        commandRow.setVisible(way != null);
        commandRow.setManaged(way != null);
        command.setText(way == null ? "" : way);
        String remedy = report == null ? null : report.remedy();
        reachRemedy.setText(remedy == null ? "" : remedy);
        reachRemedy.setVisible(remedy != null);
        reachRemedy.setManaged(remedy != null);
        boolean offered = report != null && model.offersSetup(report);
        setUp.setVisible(offered);
        setUp.setManaged(offered);
        if (report != null) {
            reachText.setText(report.sentence());
            StatusIcon.of(report.reachable()).show(reachIcon);
        }
    }

    private static StatusIcon icon(SetupStepViewModel.StepState state) {
        return switch (state) {
            case IDLE -> StatusIcon.IDLE;
            case RUNNING -> StatusIcon.RUNNING;
            case CHANGED -> StatusIcon.SUCCESS;
            case UNCHANGED -> StatusIcon.UNCHANGED;
            case FAILED -> StatusIcon.FAILED;
        };
    }

    private Node step(SetupStepViewModel row, BooleanBinding busy) {
        FontIcon icon = new FontIcon("fth-circle");
        row.stateProperty().subscribe(state -> icon(state).show(icon));
        Label title = new Label(row.title());
        title.getStyleClass().add("strong");
        Label text = new Label();
        text.textProperty().bind(row.textProperty());
        text.getStyleClass().addAll("text-muted", "text-small");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button run = new Button(TEXT.get("step.run"));
        run.setId("run-" + row.step().code());
        run.setAccessibleText(TEXT.get("step.run-what", row.title()));
        run.getStyleClass().add("small");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.disableProperty().bind(busy);
        run.setOnAction(event -> model.runOne(row.step()));
        HBox line = new HBox(12, icon, words, run);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("step-row");
        return line;
    }
}
