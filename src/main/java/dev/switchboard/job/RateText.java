package dev.switchboard.job;

import dev.switchboard.text.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rates as text, such as “312 of 500 WCU/s”. */
public final class RateText {
    private static final Messages TEXT = Messages.of(RateText.class);
    private static final double SMALL = 10;

    private RateText() {}

    /** Returns the rates of a job; empty if it uses no capacity. */
    public static String of(List<RateControl> rates) {
        return rates.stream().map(RateText::of).collect(Collectors.joining(" · "));
    }

    private static String of(RateControl rate) {
        String unit = unit(rate.unit());
        double limit = rate.limit();
        String used = limit > 0
                ? TEXT.get("rate.limited", rounded(rate.current()), rounded(limit), unit)
                : TEXT.get("rate.unlimited", rounded(rate.current()), unit);
        return rate.isBackingOff() ? TEXT.get("rate.throttled", used) : used;
    }

    /** Returns the name of a unit per second. */
    public static String unit(RateControl.Unit unit) {
        return switch (unit) {
            case READ -> TEXT.get("rate.read");
            case WRITE -> TEXT.get("rate.write");
        };
    }

    /** A small rate has one digit after the point. */
    private static double rounded(double units) {
        return units < SMALL ? Math.round(units * 10) / 10.0 : Math.round(units);
    }
}
