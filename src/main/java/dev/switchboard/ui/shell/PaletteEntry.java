package dev.switchboard.ui.shell;

/**
 * Something the palette offers.
 *
 * @param title what it does, in words
 * @param hint a shortcut or where it belongs; may be empty
 * @param icon an Ikonli literal
 * @param run does it, on the JavaFX thread
 */
record PaletteEntry(String title, String hint, String icon, Runnable run) {}
