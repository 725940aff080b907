package dev.switchboard.ui.shell;

/**
 * An action in the window that a user, or a bug, can trigger.
 *
 * @param name a stable name with the location and the control
 * @param usable whether a user can trigger it now; otherwise the control is disabled or hidden
 * @param fire triggers it on the JavaFX thread
 */
record WindowAction(String name, boolean usable, Runnable fire) {}
