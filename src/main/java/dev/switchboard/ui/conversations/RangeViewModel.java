package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.TimeRange;
import dev.switchboard.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The choice of a range of time, in the zone that times are shown in. Sets a pane's range. */
public final class RangeViewModel {
    private static final Messages TEXT = Messages.of(RangeViewModel.class);
    private final ObjectProperty<TimeRange> range;
    private final ObservableValue<ZoneId> zone;
    private final List<RangeChoice> choices;
    private final ObjectProperty<RangeChoice> choice = new SimpleObjectProperty<>(new RangeChoice.All());
    private final ObjectProperty<@Nullable LocalDate> sinceDay = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> untilDay = new SimpleObjectProperty<>();
    private final StringProperty sinceTime = new SimpleStringProperty("00:00");
    private final StringProperty untilTime = new SimpleStringProperty("00:00");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param range what is set; where it is set by another hand, the choice follows */
    public RangeViewModel(ObjectProperty<TimeRange> range, ObservableValue<ZoneId> zone, LocalDate today) {
        this.range = range;
        this.zone = zone;
        choices = RangeChoice.upTo(today.getYear());
        sinceDay.set(today.minusDays(7));
        untilDay.set(today.plusDays(1));
        choice.addListener((observable, old, now) -> chosen(now));
        zone.addListener((observable, old, now) -> zoneChanged());
        range.addListener((observable, old, now) -> {
            if (now instanceof TimeRange.All && !(choice.get() instanceof RangeChoice.All)) {
                choice.set(new RangeChoice.All());
            }
        });
        for (ObservableValue<?> field : List.<ObservableValue<?>>of(sinceDay, untilDay, sinceTime, untilTime)) {
            field.addListener((observable, old, now) -> check());
        }
    }

    private void chosen(RangeChoice now) {
        switch (now) {
            case RangeChoice.All() -> range.set(new TimeRange.All());
            case RangeChoice.OfYear(int year) -> range.set(new TimeRange.Year(year, zone.getValue()));
            // Nothing changes until the two instants are there and applied.
            case RangeChoice.Between() -> check();
        }
    }

    /** A year begins elsewhere in another zone; two instants stay what they are. */
    private void zoneChanged() {
        if (choice.get() instanceof RangeChoice.OfYear(int year)) {
            range.set(new TimeRange.Year(year, zone.getValue()));
        }
    }

    private void check() {
        problem.set("");
        read();
    }

    private TimeRange.@Nullable Between read() {
        Instant since = instant(sinceDay.get(), sinceTime.get());
        Instant until = instant(untilDay.get(), untilTime.get());
        if (since == null || until == null) {
            return null;
        }
        if (!since.isBefore(until)) {
            problem.set(TEXT.get("range.backwards"));
            return null;
        }
        return new TimeRange.Between(since, until);
    }

    private @Nullable Instant instant(@Nullable LocalDate day, String time) {
        if (day == null) {
            problem.set(TEXT.get("range.no-day"));
            return null;
        }
        String typed = Objects.requireNonNullElse(time, "").strip();
        try {
            LocalTime clock = typed.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
            return day.atTime(clock).atZone(zone.getValue()).toInstant();
        } catch (DateTimeParseException e) {
            problem.set(TEXT.get("range.no-time", typed));
            return null;
        }
    }

    /** Takes the two instants, if they can be read. */
    public void apply() {
        TimeRange.Between between = read();
        if (between != null) {
            range.set(between);
        }
    }

    /** What can be chosen. */
    public List<RangeChoice> choices() {
        return choices;
    }

    /** What is chosen. */
    public ObjectProperty<RangeChoice> choiceProperty() {
        return choice;
    }

    /** The first day. */
    public ObjectProperty<@Nullable LocalDate> sinceDayProperty() {
        return sinceDay;
    }

    /** The time on the first day, such as 09:30; midnight where it is empty. */
    public StringProperty sinceTimeProperty() {
        return sinceTime;
    }

    /** The last day. */
    public ObjectProperty<@Nullable LocalDate> untilDayProperty() {
        return untilDay;
    }

    /** The time on the last day; what happens at it is not in the range. */
    public StringProperty untilTimeProperty() {
        return untilTime;
    }

    /** Why the two instants cannot be taken; empty where they can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The zone in which days and times are meant. */
    public ObservableValue<ZoneId> zone() {
        return zone;
    }
}
