package dev.switchboard.ui.overview;

import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StatusIcon;
import dev.switchboard.ui.overview.SetupStageViewModel.StageState;
import dev.switchboard.ui.overview.WelcomeViewModel.SetupState;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the welcome page: what the setup writes, its button, and its progress by stage. */
final class WelcomeController {
    private static final Messages TEXT = Messages.of(WelcomeController.class);
    private final WelcomeViewModel model;
    private final String environment;
    private final Runnable showChecks;

    @FXML private Label title;

    @FXML private Label text;

    @FXML private VBox stages;

    @FXML private Button start;

    @FXML private Button checks;

    @FXML private HBox progress;

    @FXML private ProgressBar bar;

    @FXML private Label progressText;

    @FXML private Button cancel;

    @FXML private HBox ended;

    @FXML private FontIcon endedIcon;

    @FXML private Label endedText;

    @FXML private Button copy;

    /** @param showChecks shows the health checks instead of this page */
    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    WelcomeController(WelcomeViewModel model, String environment, Runnable showChecks) {
        this.model = model;
        this.environment = environment;
        this.showChecks = showChecks;
    }

    @FXML
    void initialize() {
        model.stages().forEach(stage -> stages.getChildren().add(row(stage)));
        stages.getChildren().getFirst().getStyleClass().add("first");
        start.setOnAction(event -> model.start());
        cancel.setOnAction(event -> model.stop());
        checks.setOnAction(event -> showChecks.run());
        copy.setOnAction(event -> {
            Explanation why = model.failureProperty().get();
            if (why != null) {
                Clipboards.copy(why.detail());
            }
        });
        NodeVisibility.when(progress, model.stateProperty().map(now -> now == SetupState.RUNNING));
        NodeVisibility.when(start, model.stateProperty().map(now -> now != SetupState.RUNNING));
        NodeVisibility.when(checks, model.stateProperty().map(now -> now != SetupState.RUNNING));
        NodeVisibility.whenThere(ended, model.failureProperty());
        model.stateProperty().subscribe((SetupState now) -> show(now));
        model.jobProperty().subscribe((@Nullable JobViewModel job) -> follow(job));
    }

    private void show(SetupState now) {
        Explanation why = model.failureProperty().get();
        start.setText(TEXT.get(now == SetupState.FAILED ? "setup.again" : now == SetupState.STOPPED ? "setup.continue" : "setup.start"));
        title.setText(TEXT.get("welcome.title." + now));
        text.setText(TEXT.get(now == SetupState.READY ? "welcome.text" : "welcome.text.running", environment));
        if (why != null) {
            boolean failed = now == SetupState.FAILED;
            String remedy = why.remedy();
            String what = remedy == null ? why.sentence() : why.sentence() + " " + remedy;
            endedText.setText(TEXT.get(failed ? "setup.failed" : "setup.stopped", model.endedAt(), what));
            ended.getStyleClass().setAll("note", failed ? "danger" : "warning");
            endedIcon.setIconLiteral(failed ? "fth-x-circle" : "fth-alert-triangle");
            copy.setVisible(failed);
        }
        if (start.getScene() != null && now != SetupState.RUNNING) {
            start.requestFocus();
        }
    }

    private void follow(@Nullable JobViewModel job) {
        progressText.textProperty().unbind();
        bar.progressProperty().unbind();
        cancel.disableProperty().unbind();
        if (job != null) {
            progressText.textProperty().bind(job.textProperty());
            bar.progressProperty().bind(job.fractionProperty());
            cancel.disableProperty().bind(job.stoppingProperty());
            cancel.requestFocus();
        }
    }

    private static StatusIcon icon(StageState state) {
        return switch (state) {
            case WAITING -> StatusIcon.IDLE;
            case RUNNING -> StatusIcon.RUNNING;
            case CHANGED -> StatusIcon.SUCCESS;
            case UNCHANGED -> StatusIcon.UNCHANGED;
            case STOPPED -> StatusIcon.SKIPPED;
            case FAILED -> StatusIcon.FAILED;
        };
    }

    private static Node row(SetupStageViewModel stage) {
        FontIcon icon = new FontIcon("fth-circle");
        stage.stateProperty().subscribe(state -> icon(state).show(icon));
        Label name = new Label(stage.title());
        name.getStyleClass().add("strong");
        Label did = new Label();
        did.textProperty().bind(stage.textProperty());
        did.getStyleClass().addAll("text-muted", "text-small");
        did.setWrapText(true);
        did.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, name, did);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label state = new Label();
        state.textProperty().bind(stage.stateProperty().map(now -> TEXT.get("setup.state." + now)));
        state.getStyleClass().addAll("text-muted", "text-small");
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12);
        row.setId("setup-" + stage.stage().code());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("step-row");
        row.getChildren().setAll(List.of(icon, words, state));
        return row;
    }
}
