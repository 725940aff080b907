package dev.switchboard.ui.common;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Gives an icon button its words: one text for the tooltip and for the screen reader. */
public final class Tooltips {
    private Tooltips() {}

    /** Sets both. */
    public static <B extends ButtonBase> B name(B button, String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(300));
        button.setTooltip(tooltip);
        button.setAccessibleText(text);
        return button;
    }
}
