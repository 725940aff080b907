package dev.switchboard.ui.common;

import dev.switchboard.session.Session;
import java.time.ZoneId;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * What a screen is given: the open session and the window's own services. One for each session; closed with it.
 *
 * @param session the environment and its services; call them through {@code jobs} only
 * @param jobs the way off the JavaFX thread
 * @param dialogs questions to the operator
 * @param notices short texts in the corner, with an action such as Restore
 * @param lock the write lock as properties, for disabling buttons
 * @param state what the window keeps between runs: widths, sort, last screen, zone, theme
 * @param shown the zone, for as long as the session is open
 * @param sources where settings come from; holds the one settings file of the process
 * @param navigator the way to another screen
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

    /** The zone that times are shown in now. */
    public ZoneId zone() {
        return shown.property().get();
    }

    /** The zone as a property. */
    public ReadOnlyObjectProperty<ZoneId> zoneProperty() {
        return shown.property();
    }

    /** Takes the screens' jobs and what they follow from them; the session itself is closed by whoever opened it. */
    public void leave() {
        jobs.close();
        shown.close();
    }
}
