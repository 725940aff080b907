package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * What is about to be done.
 *
 * @param operation the name of the operation, usually that of the command, such as {@code conversations send}
 * @param what a sentence that describes it
 * @param undo how it can be undone
 * @param noUndoReason why it cannot be undone and what to do instead; null if it can
 * @param undoes the ID of the change that this one undoes; null for any other
 */
public record Intent(String operation, String what, UndoKind undo, @Nullable String noUndoReason, @Nullable String undoes) {
    /** Creates an intent whose before- and after-images are stored in the journal. */
    public static Intent of(String operation, String what, UndoKind undo) {
        return new Intent(operation, what, undo, null, null);
    }

    /** Creates an intent that is recorded but cannot be undone. */
    public static Intent event(String operation, String what, String noUndoReason) {
        return new Intent(operation, what, UndoKind.NONE, noUndoReason, null);
    }

    /** Returns this intent as the undo of another change. */
    public Intent undoing(String id) {
        return new Intent(operation, what, undo, noUndoReason, id);
    }
}
