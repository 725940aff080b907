package dev.switchboard.ui.shell;

/**
 * An entry of the command palette.
 *
 * @param title the label
 * @param hint a keyboard shortcut, or empty
 * @param icon an Ikonli literal
 * @param run the action, called on the JavaFX thread
 */
record PaletteEntry(String title, String hint, String icon, Runnable run) {}
