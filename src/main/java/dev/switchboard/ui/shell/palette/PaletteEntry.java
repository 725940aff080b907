package dev.switchboard.ui.shell.palette;

/**
 * An entry of the command palette.
 *
 * @param title the label
 * @param hint a keyboard shortcut, or empty
 * @param icon an Ikonli literal
 * @param run the action, called on the JavaFX thread
 */
public record PaletteEntry(String title, String hint, String icon, Runnable run) {}
