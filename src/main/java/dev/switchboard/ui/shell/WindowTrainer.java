package dev.switchboard.ui.shell;

import javafx.animation.AnimationTimer;

/**
 * Closes the window when the first screen is complete: the start alone is the training run for the AOT cache, because each start loads
 * all classes of the cache, those of the other screens too.
 */
final class WindowTrainer extends AnimationTimer {
    /** Number of pulses without a running job after which the screen is considered complete. */
    private static final int QUIET_PULSES = 12;

    private final MainWindow window;
    private int quiet;

    private WindowTrainer(MainWindow window) {
        this.window = window;
    }

    /** Starts to watch once the window is shown. */
    static void begin(MainWindow window) {
        new WindowTrainer(window).start();
    }

    @Override
    public void handle(long now) {
        OpenSession open = window.shell().current();
        quiet = open != null && open.context().jobs().running().isEmpty() ? quiet + 1 : 0;
        if (quiet >= QUIET_PULSES) {
            stop();
            window.stage().close();
        }
    }
}
