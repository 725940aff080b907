package dev.switchboard.ui.shell;

import dev.switchboard.ui.common.ThemeChoice;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * Opens every screen until it is complete, the palette, and the dark theme, and then closes the window. Used as training run for the
 * AOT cache.
 */
final class WindowTrainer extends AnimationTimer {
    /** Number of pulses without a running job after which a screen is considered complete. */
    private static final int QUIET_PULSES = 12;

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Shell shell;
    private int quiet;

    private WindowTrainer(MainWindow window) {
        shell = window.shell();
        Screens.all().forEach(screen -> steps.add(() -> shell.open(screen.id())));
        steps.add(() -> shell.view().palette().toggle());
        steps.add(() -> shell.view().palette().close());
        steps.add(() -> window.state().themeProperty().set(ThemeChoice.DARK));
        steps.add(() -> window.state().themeProperty().set(ThemeChoice.SYSTEM));
        // The screen that the next start opens.
        steps.add(() -> shell.open(Screens.all().getFirst().id()));
        Stage stage = window.stage();
        steps.add(stage::close);
    }

    /** Starts the run after the window is shown. */
    static void begin(MainWindow window) {
        new WindowTrainer(window).start();
    }

    @Override
    public void handle(long now) {
        OpenSession open = shell.current();
        quiet = open != null && open.context().jobs().running().isEmpty() ? quiet + 1 : 0;
        if (quiet >= QUIET_PULSES) {
            quiet = 0;
            steps.remove().run();
            if (steps.isEmpty()) {
                stop();
            }
        }
    }
}
