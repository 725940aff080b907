package dev.switchboard.ui.shell;

import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.job.JobRunner;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.common.ThemeChoice;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewState;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The page shown if the settings file cannot be read, with a retry. */
final class UnreadableSettingsPage {
    private final Stage stage;
    private final Home home;
    private final Consumer<WindowSettings> read;
    private final StateOverlay overlay = new StateOverlay();
    private final FailureExplainer explanations = new FailureExplainer(List.of());
    private final UiJobs jobs = new UiJobs(JobRunner.onVirtualThreads(), Platform::runLater, explanations);

    UnreadableSettingsPage(Stage stage, Home home, Consumer<WindowSettings> read) {
        this.stage = stage;
        this.home = home;
        this.read = read;
    }

    void show(Throwable failure) {
        Theme.use(ThemeChoice.SYSTEM);
        Scene scene = new Scene(overlay, 960, 640);
        Theme.dress(scene);
        overlay.getStyleClass().add("screen");
        overlay.stateProperty().set(new ViewState.LoadFailure(explanations.of(failure), this::retry));
        stage.setTitle(Messages.of(UnreadableSettingsPage.class).get("window.title"));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F5) {
                event.consume();
                overlay.shownAgain();
            }
        });
        stage.setScene(scene);
        stage.show();
    }

    private void retry() {
        String title = Messages.of(UnreadableSettingsPage.class).get("settings.reading");
        jobs.start(
                title,
                progress -> WindowSettings.read(home),
                read,
                failure -> overlay.stateProperty().set(new ViewState.LoadFailure(failure, this::retry)));
    }
}
