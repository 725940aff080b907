package dev.switchboard.journal;

import dev.switchboard.text.Messages;

/**
 * The result of an undo.
 *
 * @param id the ID of the undo, which can be undone itself
 * @param undoes the ID of the change that was undone
 * @param restored the number of items or rows that were restored
 * @param skipped the number of items or rows that were skipped because they changed since
 */
public record UndoResult(String id, String undoes, long restored, long skipped) {
    /** The result in one sentence. */
    public String summary() {
        return Messages.of(UndoResult.class).get("undone", restored, skipped);
    }
}
