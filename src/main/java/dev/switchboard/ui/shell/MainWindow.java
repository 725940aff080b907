package dev.switchboard.ui.shell;

import dev.switchboard.job.JobRunner;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.common.WindowState;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The stage: its size and place, its theme, its icon, and what happens when it is closed. */
final class MainWindow {
    private static final double WIDTH = 1240;
    private static final double HEIGHT = 800;
    private final Stage stage;
    private final WindowState state;
    private final Shell shell;
    private final LaunchOptions start;

    MainWindow(Stage stage, LaunchOptions start, WindowSettings kept) {
        this.stage = stage;
        this.start = start;
        state = kept.state();
        // Before the first control, whose class would load JavaFX's own theme if no other is set.
        Theme.use(state.themeProperty().get());
        shell = new Shell(start, kept, JobRunner.onVirtualThreads(), Platform::runLater, () -> stage);
    }

    /** Shows the window at once; the session opens when it stands, so that nothing takes the processor away from the first picture. */
    void show() {
        state.themeProperty().addListener((observable, old, now) -> Theme.use(now));
        Platform.getPreferences().colorSchemeProperty().addListener((observable, old, now) -> Theme.use(state.themeProperty().get()));
        Scene scene = new Scene(shell.root(), state.number("width", WIDTH), state.number("height", HEIGHT));
        Theme.dress(scene);
        shell.keys().install(scene);
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.titleProperty().bind(shell.model().titleProperty());
        place();
        stage.focusedProperty().addListener((observable, old, focused) -> {
            if (focused) {
                shell.returned();
            }
        });
        closeBy(stage, shell);
        shell.times().firstPicture(scene, () -> {
            shell.startTicking();
            shell.open(start.environment());
            loadIcons();
        });
        stage.show();
    }

    /** After the first picture, which does not show them, and beside the opening of the session: reading them takes 40 ms. */
    private void loadIcons() {
        Thread.ofVirtual().start(() -> {
            List<Image> icons = IntStream.of(16, 32, 64, 256).mapToObj(size -> "icon-" + size + ".png")
                    .map(file -> new Image(Objects.requireNonNull(MainWindow.class.getResourceAsStream(file))))
                    .toList();
            Platform.runLater(() -> stage.getIcons().setAll(icons));
        });
    }

    /** Lets a request to close the window wait until the operator agrees and nothing is written any more. */
    static void closeBy(Stage stage, Shell shell) {
        stage.setOnCloseRequest(event -> {
            event.consume();
            shell.leaveThen(Messages.of(MainWindow.class).get("leave.close"), stage::hide);
        });
    }

    private void place() {
        double x = state.number("x", Double.NaN);
        double y = state.number("y", Double.NaN);
        boolean visible = Screen.getScreensForRectangle(new Rectangle2D(orZero(x), orZero(y), 100, 100)).stream()
                .anyMatch(screen -> screen.getVisualBounds().contains(orZero(x), orZero(y)));
        if (!Double.isNaN(x) && !Double.isNaN(y) && visible) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized("true".equals(state.get("maximized")));
        stage.maximizedProperty().addListener((observable, old, now) -> state.set("maximized", String.valueOf(now)));
        stage.xProperty().addListener((observable, old, now) -> keep("x", now));
        stage.yProperty().addListener((observable, old, now) -> keep("y", now));
        stage.sceneProperty().get().widthProperty().addListener((observable, old, now) -> keep("width", now));
        stage.sceneProperty().get().heightProperty().addListener((observable, old, now) -> keep("height", now));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private void keep(String name, Number value) {
        if (!stage.isMaximized()) {
            state.set(name, String.valueOf(Math.round(value.doubleValue())));
        }
    }

    Stage stage() {
        return stage;
    }

    Shell shell() {
        return shell;
    }

    WindowState state() {
        return state;
    }

    /** Writes what is not written yet, on any thread; the window stays as it is. */
    void leave() {
        state.close();
    }

    /**
     * Closes the session and writes what is not written yet, each on a thread of its own, because this one waits for no disk.
     *
     * @return done when the session is closed and the state is written
     */
    CompletableFuture<@Nullable Void> close() {
        CompletableFuture<@Nullable Void> closing = shell.close();
        CompletableFuture<@Nullable Void> saved = new CompletableFuture<>();
        Thread.ofPlatform().name("saving the window state").start(() -> {
            try {
                state.close();
            } finally {
                saved.complete(null);
            }
        });
        return closing.thenCombine(saved, (closed, written) -> null);
    }
}
