package dev.switchboard.ui.common;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Sets the tooltip and accessible text of icon buttons. */
public final class Tooltips {
    private Tooltips() {}

    /** Sets both to the same text. */
    public static <B extends ButtonBase> B name(B button, String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(300));
        button.setTooltip(tooltip);
        button.setAccessibleText(text);
        return button;
    }
}
