package dev.switchboard.ui.conversations.range;

import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** A choice of the range filter. */
public sealed interface RangeChoice {
    /** Number of years offered, including the current one. */
    int YEARS = 5;

    /** All time. */
    record All() implements RangeChoice {}

    /** The time up to now, which moves with each query. */
    record Last(RecentTime time) implements RangeChoice {}

    /** A calendar year. */
    record OfYear(int year) implements RangeChoice {}

    /** A custom range. */
    record Between() implements RangeChoice {}

    /** All choices, with the years up to the given one. */
    static List<RangeChoice> upTo(int thisYear) {
        List<RangeChoice> choices = new ArrayList<>();
        choices.add(new All());
        for (RecentTime time : RecentTime.values()) {
            choices.add(new Last(time));
        }
        for (int year = thisYear; year > thisYear - YEARS; year--) {
            choices.add(new OfYear(year));
        }
        choices.add(new Between());
        return List.copyOf(choices);
    }

    /** The label of the choice. */
    default String title() {
        Messages text = Messages.of(RangeChoice.class);
        return switch (this) {
            case All() -> text.get("range.all");
            case Last(RecentTime time) -> text.get("range.last." + time.code());
            case OfYear(int year) -> String.valueOf(year);
            case Between() -> text.get("range.between");
        };
    }
}
