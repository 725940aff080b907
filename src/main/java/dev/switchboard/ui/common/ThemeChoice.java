package dev.switchboard.ui.common;

/** Light, dark, or the theme of the system. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
