package dev.switchboard.ui.common.notice;

import dev.switchboard.session.DataChange;
import java.util.function.Predicate;
import javafx.collections.ObservableList;

/** Short notifications, shown below the screen and kept to be read again. JavaFX thread only. */
public interface Notices {
    /** Reports a completed action. Stays in front for a few seconds. */
    void done(String text);

    /**
     * Reports a completed action with a follow-up action such as Restore or Undo. Stays in front until it is used or dismissed, or is no longer true.
     *
     * @param withdrawnBy whether a later change makes the notification untrue
     */
    void done(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy);

    /** The same, of something that stays true. */
    default void done(String text, String actionName, Runnable action) {
        done(text, actionName, action, later -> false);
    }

    /**
     * Reports a completed action that is frequent, such as sending a message, with a follow-up action: it stays in front for a few
     * seconds, and the action remains available in the list.
     */
    void brief(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy);

    /** Reports that an action was not completed as requested. */
    void warn(String text);

    /** The same with a follow-up action; it stays in front for some seconds, and the action remains available in the list. */
    void warn(String text, String actionName, Runnable action);

    /** All notifications of the session, newest first. */
    ObservableList<Notice> all();
}
