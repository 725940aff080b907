package dev.switchboard.journal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change that has ended, for those who show what it may have altered.
 *
 * @param id the ID of the change
 * @param operation the name of the operation, as in {@link Intent}
 * @param keys the keys of the items or rows that it is about, as JSON; null if there are none or too many to be told
 * @param undoes the ID of the change that it undoes; null if it is not an undo
 * @param state how it ended; unknown also for a change of another process that writes no more lines
 */
public record EndedChange(
        String id, String operation, ChangeTarget where, @Nullable Set<String> keys, @Nullable String undoes, OutcomeState state) {
    public EndedChange {
        keys = keys == null ? null : Set.copyOf(keys);
    }
}
