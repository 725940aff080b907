package dev.switchboard.ui.conversations.message;

import dev.switchboard.conversations.StoredTime;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An icon that marks an unusual item, with the explanation in its tooltip. */
public final class AnomalyIcon extends Label {
    private AnomalyIcon(String words, boolean serious) {
        FontIcon icon = new FontIcon(serious ? "fth-alert-triangle" : "fth-clock");
        icon.getStyleClass().add(serious ? "warning" : "text-muted");
        setGraphic(icon);
        getStyleClass().add("mark");
        Tooltip tooltip = new Tooltip(words);
        tooltip.setShowDelay(Duration.millis(200));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        setTooltip(tooltip);
        setAccessibleText(words);
    }

    /** The icon for an item, or null if the item has no anomalies. */
    public static @Nullable AnomalyIcon of(StoredTime time, Set<String> missing) {
        String words = MessageAnomalies.words(time, missing);
        return words.isEmpty() ? null : new AnomalyIcon(words, MessageAnomalies.serious(time, missing));
    }

    /** A table cell with a time and, if the item has anomalies, the icon. */
    public static Node beside(String time, StoredTime stored, Set<String> missing) {
        Label text = new Label(time);
        @Nullable AnomalyIcon icon = of(stored, missing);
        HBox both = icon == null ? new HBox(text) : new HBox(6, text, icon);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }
}
