package dev.switchboard.ui.common;

import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A dialog with the frame of the environment, a title, content, an action button, and Cancel. */
final class DialogFrame {
    private static final Messages TEXT = Messages.of(DialogFrame.class);
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType confirm;

    DialogFrame(@Nullable Window owner, Environment environment, String title, Node content) {
        this(owner, environment, title, content, null, false);
    }

    DialogFrame(
            @Nullable Window owner, Environment environment, String title, Node content, @Nullable String action, boolean dangerous) {
        DialogPane pane = dialog.getDialogPane();
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(title);
        Theme.dress(pane.getStylesheets());
        pane.getStyleClass().addAll("switchboard-dialog", environment.code());
        pane.setHeader(header(environment, title));
        VBox box = new VBox(content);
        box.getStyleClass().add("dialog-content");
        pane.setContent(box);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        confirm = new ButtonType(action == null ? TEXT.get("dialog.close") : action,
                action == null ? ButtonData.CANCEL_CLOSE : ButtonData.OK_DONE);
        pane.getButtonTypes().add(confirm);
        if (action != null) {
            pane.getButtonTypes().add(new ButtonType(TEXT.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
            Button button = (Button) pane.lookupButton(confirm);
            button.getStyleClass().add(dangerous ? "danger" : "accent");
            button.setDefaultButton(!dangerous);
        }
    }

    private static Node header(Environment environment, String title) {
        Label name = new Label(title);
        name.getStyleClass().add("dialog-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label badge = new Label(environment.code().toUpperCase(java.util.Locale.ROOT));
        badge.getStyleClass().add("environment-badge");
        if (environment.policy().lockRequired()) {
            badge.setGraphic(new FontIcon("fth-alert-octagon"));
        }
        HBox header = new HBox(12, name, gap, badge);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("dialog-header");
        return header;
    }

    DialogFrame invalidWhile(ObservableBooleanValue invalid) {
        dialog.getDialogPane().lookupButton(confirm).disableProperty().bind(invalid);
        return this;
    }

    DialogFrame focus(Node node) {
        dialog.setOnShown(event -> node.requestFocus());
        return this;
    }

    /** The dialog pane, for screenshots and tests. */
    DialogPane pane() {
        return dialog.getDialogPane();
    }

    /** Closes the dialog as if it had been canceled. */
    void withdraw() {
        if (dialog.isShowing()) {
            dialog.close();
        }
    }

    /** Shows the dialog and waits until it is closed. */
    boolean confirmed() {
        Optional<ButtonType> answer = dialog.showAndWait();
        return answer.isPresent() && answer.get() == confirm;
    }
}
