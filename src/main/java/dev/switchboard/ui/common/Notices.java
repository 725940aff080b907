package dev.switchboard.ui.common;

/** Short texts that appear in the window's corner, stay a while and go by themselves. */
public interface Notices {
    /** Says that something was done. */
    void done(String text);

    /** Says that something was done and offers what can be done about it, such as Restore or Undo. Stays until it is dismissed. */
    void done(String text, String actionName, Runnable action);

    /** The same for what happens many times in a row, such as a message sent: it goes by itself. */
    void brief(String text, String actionName, Runnable action);

    /** Says that something was not done as asked. */
    void warn(String text);
}
