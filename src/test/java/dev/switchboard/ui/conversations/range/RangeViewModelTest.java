package dev.switchboard.ui.conversations.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class RangeViewModelTest {
    private final ObjectProperty<TimeRange> range = new SimpleObjectProperty<>(new TimeRange.All());
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
    private final RangeViewModel model = new RangeViewModel(range, zone, LocalDate.parse("2027-01-01"));

    @Test
    void newYearKeepsPreviousYearSelectable() {
        assertThat(range.get()).isEqualTo(new TimeRange.All());
        assertThat(model.choices()).contains(new RangeChoice.OfYear(2027), new RangeChoice.OfYear(2026));
    }

    @Test
    void recentTimeMovesWithEachQuery() {
        model.choiceProperty().set(new RangeChoice.Last(RecentTime.HOUR));
        assertThat(range.get().at(Instant.parse("2026-11-22T12:00:00Z")))
                .isEqualTo(new TimeRange.Between(Instant.parse("2026-11-22T11:00:00Z"), TimeRange.Between.LATEST));
        assertThat(range.get().at(Instant.parse("2026-11-22T12:30:00Z")))
                .isEqualTo(new TimeRange.Between(Instant.parse("2026-11-22T11:30:00Z"), TimeRange.Between.LATEST));
        assertThat(model.choices()).extracting(RangeChoice::title).startsWith("All time", "Last hour", "Last 24 hours", "Last 7 days");
    }

    @Test
    void yearFollowsTheZone() {
        model.choiceProperty().set(new RangeChoice.OfYear(2026));
        zone.set(ZoneId.of("Asia/Tokyo"));
        assertThat(range.get()).isEqualTo(new TimeRange.Year(2026, ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void customRangeIsShownAsSoonAsItIsChosen() {
        model.choiceProperty().set(new RangeChoice.OfYear(2022));
        model.choiceProperty().set(new RangeChoice.Between());
        assertThat(range.get()).as("the fields and the rows below them agree")
                .isEqualTo(new TimeRange.Between(Instant.parse("2026-12-25T00:00:00Z"), Instant.parse("2027-01-02T00:00:00Z")));
        model.sinceDayProperty().set(LocalDate.parse("2026-11-22"));
        assertThat(range.get())
                .isEqualTo(new TimeRange.Between(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2027-01-02T00:00:00Z")));
    }

    @Test
    void typedTimeIsMarkedUntilItIsApplied() {
        zone.set(ZoneOffset.ofHours(2));
        model.choiceProperty().set(new RangeChoice.Between());
        model.sinceDayProperty().set(LocalDate.parse("2026-11-22"));
        TimeRange before = range.get();
        model.sinceTimeProperty().set("9:30");
        assertThat(range.get()).as("no query for each key").isEqualTo(before);
        assertThat(model.pendingProperty().get()).isTrue();
        model.apply();
        assertThat(model.pendingProperty().get()).isFalse();
        assertThat(range.get())
                .isEqualTo(new TimeRange.Between(Instant.parse("2026-11-22T07:30:00Z"), Instant.parse("2027-01-01T22:00:00Z")));
    }

    @Test
    void customRangeStaysTheSameInAnotherZoneAndItsFieldsFollow() {
        model.choiceProperty().set(new RangeChoice.Between());
        TimeRange before = range.get();
        zone.set(ZoneId.of("Asia/Tokyo"));
        assertThat(range.get()).isEqualTo(before);
        assertThat(model.sinceDayProperty().get()).isEqualTo(LocalDate.parse("2026-12-25"));
        assertThat(model.sinceTimeProperty().get()).isEqualTo("09:00");
        assertThat(model.pendingProperty().get()).isFalse();
    }

    @Test
    void invalidInputIsReportedAndNotApplied() {
        model.choiceProperty().set(new RangeChoice.Between());
        TimeRange before = range.get();
        model.sinceTimeProperty().set("half past nine");
        assertThat(model.problemProperty().get()).contains("half past nine");
        model.apply();
        assertThat(range.get()).isEqualTo(before);
        model.sinceTimeProperty().set("");
        model.untilDayProperty().set(LocalDate.parse("2020-01-01"));
        assertThat(model.problemProperty().get()).contains("after");
        assertThat(range.get()).isEqualTo(before);
    }

    @Test
    void choiceFollowsRangeResetElsewhere() {
        model.choiceProperty().set(new RangeChoice.OfYear(2025));
        range.set(new TimeRange.All());
        assertThat(model.choiceProperty().get()).isEqualTo(new RangeChoice.All());
    }
}
