package dev.switchboard.ui.common;

import java.time.ZoneId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The time zone for the screens of one session. Screens listen to this property rather than to the one of the window, which outlives
 * the session and would keep closed screens in memory and active.
 */
public final class DisplayTimeZone {
    private final ReadOnlyObjectWrapper<ZoneId> zone = new ReadOnlyObjectWrapper<>();

    DisplayTimeZone(ObservableValue<ZoneId> chosen) {
        zone.bind(chosen);
    }

    ReadOnlyObjectProperty<ZoneId> property() {
        return zone.getReadOnlyProperty();
    }

    /** Stops following the time zone of the window. */
    void close() {
        zone.unbind();
    }
}
