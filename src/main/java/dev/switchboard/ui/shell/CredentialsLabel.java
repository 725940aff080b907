package dev.switchboard.ui.shell;

import dev.switchboard.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The label for the expiration of the credentials; if it is urgent, it has an icon and a border in addition to the color. */
final class CredentialsLabel {
    private CredentialsLabel() {}

    static Label of(CredentialsExpiry end) {
        Label label = new Label(end.text());
        label.setId("credentials-end");
        label.setMinWidth(Label.USE_PREF_SIZE);
        if (end.urgent()) {
            label.setGraphic(new FontIcon("fth-clock"));
            label.getStyleClass().add("credentials-urgent");
            label.setTooltip(new Tooltip(Messages.of(CredentialsLabel.class).get("credentials.hint")));
        }
        return label;
    }
}
