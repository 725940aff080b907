package dev.switchboard.ui.shell;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The door to the window for the program's main class, which must not extend Application itself. */
public final class SwitchboardWindow {
    private static final AtomicReference<@Nullable Opening> OPENING = new AtomicReference<>();

    private static final AtomicReference<@Nullable MainWindow> STANDING = new AtomicReference<>();

    private static final AtomicReference<CompletableFuture<Void>> CLOSING =
            new AtomicReference<>(CompletableFuture.completedFuture(null));

    /** What the window is opened with, and who is told when it stands. JavaFX makes the Application by itself and passes it nothing but strings. */
    record Opening(LaunchOptions start, Consumer<MainWindow> shown) {}

    private SwitchboardWindow() {}

    /**
     * Opens the window and returns when it was closed and its session with it. Once in a process.
     *
     * @param commandLine settings given on the command line
     * @param environment which is opened first
     * @param backup a backup that is offered for restoring at once, null for none
     */
    public static void open(Home home, Map<Setting, String> commandLine, Environment environment, @Nullable Path backup) {
        launch(new Opening(new LaunchOptions(home, commandLine, System.getenv(), environment, backup), window -> {}));
    }

    /** Opens the window in dev, leads it through every screen, and returns when it has closed itself. */
    public static void rehearse(Home home) {
        launch(new Opening(new LaunchOptions(home, Map.of(), Map.of(), Environment.DEV, null), WindowTrainer::begin));
    }

    private static void launch(Opening opening) {
        OPENING.set(opening);
        CrashHandler.install();
        Application.launch(SwitchboardApplication.class);
        CLOSING.get().join();
    }

    /**
     * The process is about to end with the window still open: keeps the window's state, and waits for nobody, because JavaFX is going
     * down at the same time and the session may be asking for a password. The guardian stops the engines. On any thread.
     */
    public static void leave() {
        MainWindow standing = STANDING.get();
        if (standing != null) {
            standing.leave();
        }
    }

    /** Tells which window {@link #leave} is about. */
    static void stands(MainWindow window) {
        STANDING.set(window);
    }

    /** The window is gone and its session is being closed. */
    static void closing(CompletableFuture<Void> closed) {
        CLOSING.set(closed);
    }

    static Opening opening() {
        Opening opening = OPENING.get();
        if (opening == null) {
            throw new IllegalStateException("Call SwitchboardWindow.open first");
        }
        return opening;
    }
}
