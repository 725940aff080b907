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
 * @param integrity whether its journal lines are as they were written; if not, everything else in it may be wrong
 */
public record Entry(
        String id, Instant at, String environment, Intent intent, ChangeTarget where, Actor who, Outcome outcome,
        @Nullable String undoneBy, Integrity integrity) {
    /** Whether no outcome was recorded. */
    public boolean isOpen() {
        return outcome.state() == OutcomeState.UNKNOWN;
    }

    /** Whether its end is missing in the journal: its process still runs, was killed, or could not write. */
    public boolean isUnclosed() {
        return outcome.at() == null;
    }

    /** Why it cannot be undone; null if it can. */
    public @Nullable String noUndoReason() {
        Messages text = Messages.of(Entry.class);
        if (undoneBy != null) {
            return text.get("undo.twice", undoneBy);
        }
        if (integrity.isDamaged()) {
            return intent.noUndoReason() == null ? integrity.damage() : intent.noUndoReason();
        }
        if (outcome.state() == OutcomeState.FAILED) {
            return text.get("undo.failed");
        }
        return intent.undo() == UndoKind.NONE ? intent.noUndoReason() : null;
    }
}
