package dev.switchboard.ui.common;

import org.kordamp.ikonli.javafx.FontIcon;

/** The icon of a state: a shape of its own for each, so that color is never the only difference. */
public enum StatusIcon {
    IDLE("fth-circle", "text-muted"),
    WAITING("fth-loader", "text-muted"),
    RUNNING("fth-loader", "accent"),
    SUCCESS("fth-check-circle", "success"),
    UNCHANGED("fth-check", "success"),
    WARNING("fth-alert-triangle", "warning"),
    FAILED("fth-x-circle", "danger"),
    SKIPPED("fth-minus-circle", "text-muted");

    private final String literal;
    private final String style;

    StatusIcon(String literal, String style) {
        this.literal = literal;
        this.style = style;
    }

    /** Shape and color of what was tried. */
    public static StatusIcon of(boolean succeeded) {
        return succeeded ? SUCCESS : FAILED;
    }

    /** Gives the icon this shape and color. */
    public void show(FontIcon icon) {
        icon.setIconLiteral(literal);
        icon.getStyleClass().setAll("ikonli-font-icon", style);
    }
}
