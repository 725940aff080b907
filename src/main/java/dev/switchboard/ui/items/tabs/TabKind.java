package dev.switchboard.ui.items.tabs;

import java.util.Locale;

/** The kinds of tabs. */
public enum TabKind {
    /** A query or scan that is built in a form. */
    QUERY,
    /** PartiQL statements. */
    PARTIQL;

    /** The name in the file of the window's state. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
