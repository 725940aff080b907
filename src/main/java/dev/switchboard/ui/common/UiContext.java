package dev.switchboard.ui.common;

import dev.switchboard.session.Session;
import java.time.ZoneId;

/**
 * What a screen is given: the open session and the window's own services. One for each session; closed with it.
 *
 * @param session the environment and its services; call them through {@code jobs} only
 * @param jobs the way off the JavaFX thread
 * @param dialogs questions to the operator
 * @param notices short texts in the corner, with an action such as Restore
 * @param lock the write lock as properties, for disabling buttons
 * @param state what the window keeps between runs: widths, sort, last screen, zone, theme
 * @param sources where settings come from; holds the one settings file of the process
 * @param navigator the way to another screen
 */
public record UiContext(
        Session session,
        UiJobs jobs,
        Dialogs dialogs,
        Notices notices,
        LockModel lock,
        WindowState state,
        SettingSources sources,
        Navigator navigator) {

    /** The zone that times are shown in now. Observe {@code state().zoneProperty()} to follow it. */
    public ZoneId zone() {
        return state.zoneProperty().get();
    }
}
