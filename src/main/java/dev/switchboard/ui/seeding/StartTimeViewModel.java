package dev.switchboard.ui.seeding;

import dev.switchboard.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The time of the first message: automatic or custom. */
public final class StartTimeViewModel {
    private static final Messages TEXT = Messages.of(StartTimeViewModel.class);
    private final ObservableValue<ZoneId> zone;
    private final BooleanProperty custom = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty("09:00");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    StartTimeViewModel(ObservableValue<ZoneId> zone, LocalDate today, Runnable changed) {
        this.zone = zone;
        day.set(today.minusDays(1));
        custom.addListener((observable, old, now) -> edited(changed));
        for (ObservableValue<?> field : List.<ObservableValue<?>>of(day, time, zone)) {
            field.addListener((observable, old, now) -> {
                // An automatic start does not depend on the fields, nor on the time zone.
                if (custom.get()) {
                    edited(changed);
                }
            });
        }
    }

    private void edited(Runnable changed) {
        problem.set("");
        instant();
        changed.run();
    }

    /** The custom instant; null for the automatic start or if the fields are not valid, as described by {@link #problemProperty}. */
    @Nullable
    Instant instant() {
        LocalDate date = day.get();
        if (!custom.get()) {
            return null;
        }
        if (date == null) {
            problem.set(TEXT.get("start.no-day"));
            return null;
        }
        String typed = time.get().strip();
        try {
            return date.atTime(LocalTime.parse(typed.length() == 4 ? "0" + typed : typed)).atZone(zone.getValue()).toInstant();
        } catch (DateTimeParseException e) {
            problem.set(TEXT.get("start.no-time", typed));
            return null;
        }
    }

    /** Whether a custom start is selected. */
    public BooleanProperty customProperty() {
        return custom;
    }

    /** The date of a custom start. */
    public ObjectProperty<@Nullable LocalDate> dayProperty() {
        return day;
    }

    /** The time of a custom start, such as 09:30. */
    public StringProperty timeProperty() {
        return time;
    }

    /** The time zone of the date and time. */
    public ObservableValue<ZoneId> zone() {
        return zone;
    }

    /** Why the fields are not valid; empty if they are. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
