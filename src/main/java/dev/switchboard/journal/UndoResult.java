package dev.switchboard.journal;

import dev.switchboard.text.Messages;

/**
 * A change that was undone.
 *
 * @param id the id of the undoing, which can be undone itself
 * @param undoes the id of the change
 * @param putBack rows that stand again as they were before it
 * @param leftAlone rows that somebody has changed since, and that stay as they are
 */
public record UndoResult(String id, String undoes, long putBack, long leftAlone) {
    /** One sentence. */
    public String words() {
        return Messages.of(UndoResult.class).get("undone", putBack, leftAlone);
    }
}
