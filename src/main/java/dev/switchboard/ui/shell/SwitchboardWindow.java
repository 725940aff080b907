package dev.switchboard.ui.shell;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** Opens the window. Called by the main class, which must not extend Application itself. */
public final class SwitchboardWindow {
    private static final AtomicReference<@Nullable WindowRequest> OPENING = new AtomicReference<>();

    private static final AtomicReference<@Nullable MainWindow> STANDING = new AtomicReference<>();

    private static final AtomicReference<CompletableFuture<@Nullable Void>> CLOSING =
            new AtomicReference<>(CompletableFuture.completedFuture(null));

    /**
     * The launch options, the settings that are being read, a listener for the window, and when it was asked for. Kept in a static field
     * because JavaFX creates the Application and passes only strings.
     */
    record WindowRequest(LaunchOptions start, CompletableFuture<WindowSettings> settings, Consumer<MainWindow> shown, Instant at) {}

    private static volatile Consumer<MainWindow> whenShown = window -> {};

    private SwitchboardWindow() {}

    /**
     * Opens the window and returns after it and its session are closed. Can be called once per process.
     *
     * @param commandLine settings given on the command line
     * @param environment the environment to open first
     * @param backup a backup to offer for restoring, or null
     */
    public static void open(Home home, Map<Setting, String> commandLine, Environment environment, @Nullable Path backup) {
        Instant now = Instant.now();
        // Beside the toolkit's start, which leaves a processor free.
        CompletableFuture<WindowSettings> settings = CompletableFuture.supplyAsync(
                () -> WindowSettings.read(home), reading -> Thread.ofPlatform().daemon().name("reading the settings").start(reading));
        launch(new WindowRequest(
                new LaunchOptions(home, commandLine, System.getenv(), environment, backup), settings, whenShown, now));
    }

    /** Lets the next window close itself when its first screen is complete. */
    public static void rehearse() {
        whenShown = WindowTrainer::begin;
    }

    private static void launch(WindowRequest opening) {
        OPENING.set(opening);
        CrashHandler.install();
        Application.launch(SwitchboardApplication.class);
        CLOSING.get().join();
    }

    /**
     * Saves the state of the window when the process exits while the window is open. Does not wait for the session, because JavaFX shuts
     * down at the same time and the session may be showing a prompt. The guardian process stops the engines. Can be called on any thread.
     */
    public static void leave() {
        MainWindow standing = STANDING.get();
        if (standing != null) {
            standing.leave();
        }
    }

    /** Sets the window for {@link #leave}. */
    static void stands(MainWindow window) {
        STANDING.set(window);
    }

    /** The window is gone and its session is being closed. */
    static void closing(CompletableFuture<@Nullable Void> closed) {
        CLOSING.set(closed);
    }

    static WindowRequest opening() {
        WindowRequest opening = OPENING.get();
        if (opening == null) {
            throw new IllegalStateException("Call SwitchboardWindow.open first");
        }
        return opening;
    }
}
