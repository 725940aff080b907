package dev.switchboard.ui.conversations;

import dev.switchboard.text.BidiText;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Avatar;
import dev.switchboard.ui.conversations.message.PersonColor;
import dev.switchboard.users.User;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.collections.WeakMapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A list cell with avatar, display name, handle, and the number of conversations if it is known. */
final class UserCell extends ListCell<User> {
    private static final Messages TEXT = Messages.of(UserCell.class);
    private final Avatar avatar = new Avatar();
    private final Label name = new Label();
    private final Label handle = new Label();
    private final Label count = new Label();
    private final HBox row;
    private final ObservableMap<String, String> counts;
    // A strong reference, because the map, which outlives the cell, only has a weak one.
    private final MapChangeListener<String, String> countRead = change -> showCount();

    UserCell(ObservableMap<String, String> counts) {
        this.counts = counts;
        counts.addListener(new WeakMapChangeListener<>(countRead));
        name.getStyleClass().add("strong");
        handle.getStyleClass().addAll("text-muted", "text-small");
        count.getStyleClass().add("pill");
        count.setMinWidth(Label.USE_PREF_SIZE);
        VBox lines = new VBox(name, handle);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(8, avatar, lines, count);
        row.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable User user, boolean empty) {
        super.updateItem(user, empty);
        if (empty || user == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        avatar.show(user.displayName(), user.handle());
        PersonColor.apply(avatar, user.uuid(), user.handle());
        String shown = user.handle().isBlank() ? TEXT.get("users.no-handle") : "@" + user.handle();
        name.setText(BidiText.visible(user.displayName().isBlank() ? shown : user.displayName()));
        handle.setText(BidiText.visible(shown));
        setAccessibleText(TEXT.get("users.row", user.displayName(), user.handle()));
        showCount();
        setGraphic(row);
    }

    private void showCount() {
        User user = getItem();
        String known = user == null ? null : counts.get(user.uuid());
        count.setText(known);
        count.setVisible(known != null);
        count.setManaged(known != null);
    }
}
