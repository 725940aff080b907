package dev.switchboard.ui.common;

import dev.switchboard.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line that shows that the environment is locked, with an Unlock button; hidden while it is unlocked. */
public final class LockedNote extends HBox {
    private static final Messages TEXT = Messages.of(LockedNote.class);

    /** Created by FXML; the controller must call {@link #follow}. */
    public LockedNote() {
        getStyleClass().addAll("note", "warning");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        setManaged(false);
    }

    /** Shows the state of a lock from now on. */
    public void follow(LockViewModel lock) {
        Label text = new Label(TEXT.get("locked.note", lock.environment().code()));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button unlock = new Button(TEXT.get("locked.unlock"));
        unlock.setMinWidth(Button.USE_PREF_SIZE);
        unlock.getStyleClass().add("small");
        unlock.setOnAction(event -> lock.askToUnlock());
        getChildren().setAll(new FontIcon("fth-lock"), text, unlock);
        visibleProperty().bind(lock.closed());
        managedProperty().bind(visibleProperty());
    }
}
