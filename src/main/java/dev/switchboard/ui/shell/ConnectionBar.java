package dev.switchboard.ui.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the calls go and who makes them, in the header. */
final class ConnectionBar {
    private static final int LONGEST_WHOLE = 16;
    private static final double LEAST_WIDTH = 32;
    private static final double MOST_WIDTH = 200;

    private ConnectionBar() {}

    /** Shows the parts and, if there is one, the end of the credentials. */
    static void show(HBox box, List<ConnectionPart> parts, CredentialsExpiry end) {
        box.getChildren().clear();
        for (ConnectionPart part : parts) {
            add(box, part(part));
        }
        if (!end.text().isEmpty()) {
            add(box, CredentialsLabel.of(end));
        }
    }

    /** Short parts such as an account or a region are never shortened; longer parts are shortened in the middle. */
    private static Label part(ConnectionPart part) {
        String text = part.text();
        Label label = new Label(text);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        if (text.length() <= LONGEST_WHOLE || part.warning()) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        } else {
            // Limited, so that a long host name does not hide other parts.
            label.setMinWidth(LEAST_WIDTH);
            label.setMaxWidth(MOST_WIDTH);
        }
        label.setTooltip(new Tooltip(part.full()));
        if (part.warning()) {
            label.setGraphic(new FontIcon("fth-alert-triangle"));
            label.getStyleClass().add("where-warning");
        }
        return label;
    }

    private static void add(HBox box, Label label) {
        if (!box.getChildren().isEmpty()) {
            Label dot = new Label("·");
            dot.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(dot);
        }
        box.getChildren().add(label);
    }
}
