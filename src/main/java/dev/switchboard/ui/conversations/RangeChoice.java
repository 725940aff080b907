package dev.switchboard.ui.conversations;

import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** What the range chooser offers. */
sealed interface RangeChoice {
    /** Years offered: this one and those before it. */
    int YEARS = 5;

    /** Everything. */
    record All() implements RangeChoice {}

    /** A calendar year. */
    record OfYear(int year) implements RangeChoice {}

    /** Two instants, to be typed. */
    record Between() implements RangeChoice {}

    /** The choices, with the years up to this one. */
    static List<RangeChoice> upTo(int thisYear) {
        List<RangeChoice> choices = new ArrayList<>();
        choices.add(new All());
        for (int year = thisYear; year > thisYear - YEARS; year--) {
            choices.add(new OfYear(year));
        }
        choices.add(new Between());
        return List.copyOf(choices);
    }

    /** What it is called. */
    default String title() {
        Messages text = Messages.of(RangeChoice.class);
        return switch (this) {
            case All() -> text.get("range.all");
            case OfYear(int year) -> String.valueOf(year);
            case Between() -> text.get("range.between");
        };
    }
}
