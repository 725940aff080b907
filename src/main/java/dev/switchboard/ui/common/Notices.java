package dev.switchboard.ui.common;

import dev.switchboard.session.DataChange;
import java.util.function.Predicate;

/** Short notifications in the corner of the window. */
public interface Notices {
    /** Reports a completed action. Disappears after a few seconds. */
    void done(String text);

    /**
     * Reports a completed action with a follow-up action such as Restore or Undo. Stays until it is used or dismissed, or is no longer true.
     *
     * @param withdrawnBy whether a later change makes the notification untrue
     */
    void done(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy);

    /** The same, of something that stays true. */
    default void done(String text, String actionName, Runnable action) {
        done(text, actionName, action, later -> false);
    }

    /** Reports a completed action that is frequent, such as sending a message, with a follow-up action: it disappears after a few seconds. */
    void brief(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy);

    /** Reports that an action was not completed as requested. */
    void warn(String text);
}
