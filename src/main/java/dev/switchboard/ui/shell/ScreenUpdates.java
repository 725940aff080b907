package dev.switchboard.ui.shell;

import dev.switchboard.session.DataChange;
import dev.switchboard.ui.common.ScreenController;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has one screen reload what was written: at once while it is in front, otherwise when it is shown again. What is written in quick
 * succession is reloaded once. JavaFX thread only.
 */
final class ScreenUpdates {
    /** What was read longer ago than this is read again on a return, because other programs write too. */
    static final java.time.Duration OUTDATED_AFTER = java.time.Duration.ofMinutes(2);

    private static final Duration TOGETHER = Duration.millis(150);
    private final ScreenController screen;
    private final InstantSource clock;
    private final Set<DataChange> pending = new LinkedHashSet<>();
    private final PauseTransition pause = new PauseTransition(TOGETHER);
    private boolean front;

    ScreenUpdates(ScreenController screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
        pause.setOnFinished(event -> deliverIfFront());
    }

    /** Something was written. */
    void announced(DataChange change) {
        if (screen.shows(change)) {
            pending.add(change);
            if (front) {
                pause.play();
            }
        }
    }

    /** The screen was brought to the front, or the window was. */
    void shown() {
        front = true;
        if (!pending.isEmpty()) {
            deliverIfFront();
            return;
        }
        @Nullable Instant read = screen.asOf().getValue();
        if (read != null && read.plus(OUTDATED_AFTER).isBefore(clock.instant())) {
            screen.outdated();
        }
    }

    /** Another screen is in front. */
    void hidden() {
        front = false;
    }

    private void deliverIfFront() {
        if (front && !pending.isEmpty()) {
            pause.stop();
            Set<DataChange> changes = Set.copyOf(pending);
            pending.clear();
            screen.changed(changes);
        }
    }

    /** Delivers nothing more. */
    void close() {
        front = false;
        pause.stop();
    }
}
