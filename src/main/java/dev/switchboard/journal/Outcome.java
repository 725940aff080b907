package dev.switchboard.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a change.
 *
 * @param sentence what was done or why not; empty where there is nothing to add
 * @param at when it ended; null where nobody saw it
 */
public record Outcome(OutcomeState state, String sentence, @Nullable Instant at) {
    /** No end was written down. */
    static final Outcome OPEN = new Outcome(OutcomeState.UNKNOWN, "", null);
}
