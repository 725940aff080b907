package dev.switchboard.bench.run;

import org.jspecify.annotations.Nullable;

/**
 * One way to do a piece of work.
 *
 * @param name empty where the role says enough
 * @param items the number of items of one run; the slow ones do fewer, because only the time for each item is compared
 * @param attempt null where it cannot be measured here
 * @param note why it cannot be measured; empty otherwise
 */
public record Contestant(Role role, String name, long items, @Nullable Attempt attempt, String note) {
    public Contestant(Role role, String name, long items, Attempt attempt) {
        this(role, name, items, attempt, "");
    }

    /** A contestant that is named in the table but cannot be measured here. */
    public static Contestant absent(Role role, String name, String note) {
        return new Contestant(role, name, 1, null, note);
    }
}
