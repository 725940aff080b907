package dev.switchboard.journal;

import dev.switchboard.text.Messages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change in the journal.
 *
 * @param id sorts by time
 * @param at when it began
 * @param environment the environment's code
 * @param intent what was to be done
 * @param outcome how it ended
 * @param undoneBy the ID of the change that undid it; null if it was not undone
 */
public record Entry(
        String id, Instant at, String environment, Intent intent, ChangeTarget where, Actor who, Outcome outcome,
        @Nullable String undoneBy) {
    /** Whether no outcome was recorded. */
    public boolean isOpen() {
        return outcome.state() == OutcomeState.UNKNOWN;
    }

    /** Why it cannot be undone; null if it can. */
    public @Nullable String noUndoReason() {
        Messages text = Messages.of(Entry.class);
        if (undoneBy != null) {
            return text.get("undo.twice", undoneBy);
        }
        if (outcome.state() == OutcomeState.FAILED) {
            return text.get("undo.failed");
        }
        return intent.undo() == UndoKind.NONE ? intent.noUndoReason() : null;
    }
}
