package dev.switchboard.ui.common;

/** Light, dark, or as the system says. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
