package dev.switchboard.journal;

import dev.switchboard.text.Messages;

/**
 * The result of an undo.
 *
 * @param id the ID of the undo, which can be undone itself
 * @param undoes the ID of the change that was undone
 * @param putBack the number of items or rows that were restored
 * @param leftAlone the number of items or rows that were skipped because they changed since
 */
public record UndoResult(String id, String undoes, long putBack, long leftAlone) {
    /** The result in one sentence. */
    public String words() {
        return Messages.of(UndoResult.class).get("undone", putBack, leftAlone);
    }
}
