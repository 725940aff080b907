package dev.switchboard.ui.conversations.range;

import dev.switchboard.conversations.TimeRange;
import dev.switchboard.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The selection of a time range in the display time zone. Sets the range of a pane. */
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
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();
    private boolean filling;

    /** @param range the range to set; if it is set elsewhere, the choice follows */
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
        for (ObservableValue<?> day : List.<ObservableValue<?>>of(sinceDay, untilDay)) {
            day.addListener((observable, old, now) -> edited(true));
        }
        for (ObservableValue<?> time : List.<ObservableValue<?>>of(sinceTime, untilTime)) {
            time.addListener((observable, old, now) -> edited(false));
        }
    }

    private void chosen(RangeChoice now) {
        switch (now) {
            case RangeChoice.All() -> range.set(new TimeRange.All());
            case RangeChoice.Last(RecentTime time) -> range.set(time.range());
            case RangeChoice.OfYear(int year) -> range.set(new TimeRange.Year(year, zone.getValue()));
            // What the fields show is what is shown below them.
            case RangeChoice.Between() -> edited(true);
        }
    }

    /** A date is chosen at once; a time is typed key by key, and each range is a query. */
    private void edited(boolean complete) {
        if (filling || !(choice.get() instanceof RangeChoice.Between)) {
            return;
        }
        if (complete) {
            apply();
        } else {
            check();
        }
    }

    /** A year has different bounds in another time zone; a custom range stays the same and reads differently. */
    private void zoneChanged() {
        if (choice.get() instanceof RangeChoice.OfYear(int year)) {
            range.set(new TimeRange.Year(year, zone.getValue()));
        } else if (choice.get() instanceof RangeChoice.Between && range.get() instanceof TimeRange.Between(Instant since, Instant until)) {
            filling = true;
            fill(sinceDay, sinceTime, since);
            fill(untilDay, untilTime, until);
            filling = false;
            check();
        }
    }

    private void fill(ObjectProperty<@Nullable LocalDate> day, StringProperty time, Instant instant) {
        ZonedDateTime local = instant.atZone(zone.getValue());
        day.set(local.toLocalDate());
        time.set(local.toLocalTime().toString());
    }

    private void check() {
        problem.set("");
        TimeRange.Between typed = read();
        pending.set(typed != null && !typed.equals(range.get()));
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

    /** Applies the custom range if it is valid. */
    public void apply() {
        problem.set("");
        TimeRange.Between between = read();
        if (between != null) {
            range.set(between);
        }
        pending.set(false);
    }

    /** The available choices. */
    public List<RangeChoice> choices() {
        return choices;
    }

    /** The selected choice. */
    public ObjectProperty<RangeChoice> choiceProperty() {
        return choice;
    }

    /** The start date. */
    public ObjectProperty<@Nullable LocalDate> sinceDayProperty() {
        return sinceDay;
    }

    /** The start time, such as 09:30; midnight if empty. */
    public StringProperty sinceTimeProperty() {
        return sinceTime;
    }

    /** The end date. */
    public ObjectProperty<@Nullable LocalDate> untilDayProperty() {
        return untilDay;
    }

    /** The end time, exclusive. */
    public StringProperty untilTimeProperty() {
        return untilTime;
    }

    /** Why the custom range is not valid; empty if it is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether valid fields differ from the range that is shown, because a time is being typed. */
    public ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** The time zone of the dates and times. */
    public ObservableValue<ZoneId> zone() {
        return zone;
    }
}
