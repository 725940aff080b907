package dev.switchboard.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a change.
 *
 * @param sentence what was done or why it failed; may be empty
 * @param at when it ended; null if no outcome was recorded
 */
public record Outcome(OutcomeState state, String sentence, @Nullable Instant at) {
    /** No outcome was recorded. */
    static final Outcome OPEN = new Outcome(OutcomeState.UNKNOWN, "", null);
}
