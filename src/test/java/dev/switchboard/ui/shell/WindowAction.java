package dev.switchboard.ui.shell;

/**
 * Something that an operator can do in the window, or that a bug could.
 *
 * @param name where it is and what it is; the same for the same control, whenever it is found
 * @param usable whether an operator could do it now; otherwise it gets round a control that is disabled or hidden
 * @param fire does it, on the JavaFX thread
 */
record WindowAction(String name, boolean usable, Runnable fire) {}
