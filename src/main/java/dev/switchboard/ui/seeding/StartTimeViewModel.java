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

/** When the first message is said: as usual, far enough back, or at a day and time of one's own. */
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
        for (ObservableValue<?> field : List.<ObservableValue<?>>of(custom, day, time, zone)) {
            field.addListener((observable, old, now) -> {
                problem.set("");
                instant();
                changed.run();
            });
        }
    }

    /** The instant, or null for the usual start and where the fields cannot be read, which {@link #problemProperty} tells. */
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

    /** Whether a start of one's own is chosen. */
    public BooleanProperty customProperty() {
        return custom;
    }

    /** Its day. */
    public ObjectProperty<@Nullable LocalDate> dayProperty() {
        return day;
    }

    /** Its time, such as 09:30. */
    public StringProperty timeProperty() {
        return time;
    }

    /** The zone in which both are meant. */
    public ObservableValue<ZoneId> zone() {
        return zone;
    }

    /** What cannot be read, in words; empty where all can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
