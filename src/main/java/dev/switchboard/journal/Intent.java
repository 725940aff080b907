package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * What is about to be done.
 *
 * @param operation its name, that of the command where there is one, such as {@code conversations send}
 * @param what in plain words what it does, one sentence
 * @param undo how it can be undone
 * @param whyNot why it cannot be undone and what there is instead; null where it can
 * @param undoes the id of the change that this one undoes; null for any other
 */
public record Intent(String operation, String what, UndoKind undo, @Nullable String whyNot, @Nullable String undoes) {
    /** A change of rows that are kept with it. */
    public static Intent of(String operation, String what, UndoKind undo) {
        return new Intent(operation, what, undo, null, null);
    }

    /** Something that is noted and cannot be undone from here. */
    public static Intent event(String operation, String what, String whyNot) {
        return new Intent(operation, what, UndoKind.NONE, whyNot, null);
    }

    /** The same as the undoing of another change. */
    public Intent undoing(String id) {
        return new Intent(operation, what, undo, whyNot, id);
    }
}
