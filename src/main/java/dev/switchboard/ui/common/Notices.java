package dev.switchboard.ui.common;

/** Short notifications in the corner of the window. */
public interface Notices {
    /** Reports a completed action. Disappears after a few seconds. */
    void done(String text);

    /** Reports a completed action with a follow-up action such as Restore or Undo. Stays until it is used or dismissed. */
    void done(String text, String actionName, Runnable action);

    /** The same for frequent actions such as sending a message: it disappears after a few seconds. */
    void brief(String text, String actionName, Runnable action);

    /** Reports that an action was not completed as requested. */
    void warn(String text);
}
