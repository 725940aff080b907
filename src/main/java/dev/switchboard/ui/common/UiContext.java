package dev.switchboard.ui.common;

import dev.switchboard.session.Session;
import dev.switchboard.ui.common.notice.Notices;
import java.time.ZoneId;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * The open session and the services of the window that a screen uses. One instance per session, closed with it.
 *
 * @param session the session, whose services must be called through {@code jobs}
 * @param jobs runs work off the JavaFX thread
 * @param dialogs dialogs of the window
 * @param notices notifications of the session
 * @param lock the write lock as properties, for disabling buttons
 * @param state state that survives a restart: widths, sort order, last screen, time zone, theme
 * @param shown the time zone while the session is open
 * @param sources the sources of settings, with the settings file of the process
 * @param navigator opens other screens
 */
public record UiContext(
        Session session,
        UiJobs jobs,
        Dialogs dialogs,
        Notices notices,
        LockViewModel lock,
        WindowState state,
        DisplayTimeZone shown,
        SettingSources sources,
        Navigator navigator) {

    public UiContext(
            Session session,
            UiJobs jobs,
            Dialogs dialogs,
            Notices notices,
            LockViewModel lock,
            WindowState state,
            SettingSources sources,
            Navigator navigator) {
        this(session, jobs, dialogs, notices, lock, state, new DisplayTimeZone(state.zoneProperty()), sources, navigator);
    }

    /** The current time zone for displayed times. */
    public ZoneId zone() {
        return shown.property().get();
    }

    /** The time zone as a property. */
    public ReadOnlyObjectProperty<ZoneId> zoneProperty() {
        return shown.property();
    }

    /** Closes the jobs and the time zone of the screens; the session itself is closed by its owner. */
    public void leave() {
        jobs.close();
        shown.close();
    }
}
