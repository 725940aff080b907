package dev.switchboard.ui.common;

import java.time.ZoneId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The zone that times are shown in, for the screens of one session. They listen to it and not to the window's own, which outlives them:
 * it would keep them in memory, and let them work on in a session that is closed.
 */
public final class DisplayTimeZone {
    private final ReadOnlyObjectWrapper<ZoneId> zone = new ReadOnlyObjectWrapper<>();

    DisplayTimeZone(ObservableValue<ZoneId> chosen) {
        zone.bind(chosen);
    }

    ReadOnlyObjectProperty<ZoneId> property() {
        return zone.getReadOnlyProperty();
    }

    /** Follows no more. */
    void close() {
        zone.unbind();
    }
}
