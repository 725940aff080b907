package dev.switchboard.ui.shell.menu;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.shell.layer.CardLayer;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of keyboard shortcuts over the window. */
public final class ShortcutSheet {
    private static final Messages TEXT = Messages.of(ShortcutSheet.class);
    private final CardLayer layer;

    /** @param layer covers the window while the list is shown */
    public ShortcutSheet(Pane layer) {
        this.layer = new CardLayer(layer);
    }

    /** Whether the list is shown. */
    public boolean isOpen() {
        return layer.isOpen();
    }

    /**
     * Shows the list, or closes it.
     *
     * @param screens the screens in the order of their numbers
     */
    public void toggle(List<ScreenDefinition> screens) {
        if (isOpen()) {
            close();
            return;
        }
        Label title = new Label(TEXT.get("shortcuts.title"));
        title.getStyleClass().add("screen-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Tooltips.name(new Button(null, new FontIcon("fth-x")), TEXT.get("shortcuts.close"));
        close.setId("shortcuts-close");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setOnAction(event -> close());
        HBox head = new HBox(8, title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(new ShortcutGrid(screens));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox card = new VBox(12, head, scroll);
        card.getStyleClass().add("palette");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        layer.open(card, close);
    }

    /** Closes the list and returns the focus. */
    public void close() {
        layer.close();
    }
}
