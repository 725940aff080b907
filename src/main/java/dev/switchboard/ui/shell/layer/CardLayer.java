package dev.switchboard.ui.shell.layer;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** A card over the window, which a click beside it closes; the focus returns to where it was. JavaFX thread only. */
public final class CardLayer {
    private final Pane layer;
    private @Nullable Node before;

    /** @param layer covers the window while the card is shown */
    public CardLayer(Pane layer) {
        this.layer = layer;
        layer.setVisible(false);
        layer.setOnMousePressed(event -> {
            if (layer.equals(event.getTarget())) {
                close();
            }
        });
    }

    /** Whether the card is shown. */
    public boolean isOpen() {
        return layer.isVisible();
    }

    /**
     * Shows a card.
     *
     * @param focus gets the focus
     */
    public void open(Node card, Node focus) {
        before = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
        layer.getChildren().setAll(List.of(card));
        layer.setVisible(true);
        focus.requestFocus();
    }

    /** Closes the card; without effect while none is shown. */
    public void close() {
        if (!isOpen()) {
            return;
        }
        layer.setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }
}
