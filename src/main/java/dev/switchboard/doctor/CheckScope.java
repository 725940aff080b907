package dev.switchboard.doctor;

import java.util.Set;

/**
 * What to check.
 *
 * @param full whether the whole messages table and the whole user pool are read; otherwise at most one page of each
 * @param ids the IDs of the checks to run, each with the checks that it needs; empty for all
 * @param rate a limit in read capacity units per second for reading the messages table; 0 for none, negative for the default of the environment
 */
public record CheckScope(boolean full, Set<String> ids, double rate) {
    /** All checks, which read at most one page of the messages table. */
    public static final CheckScope SAMPLE = new CheckScope(false, Set.of(), -1);

    /** All checks of everything. */
    public static final CheckScope FULL = new CheckScope(true, Set.of(), -1);

    public CheckScope {
        ids = Set.copyOf(ids);
    }
}
