package dev.switchboard.ui.seeding;

import dev.switchboard.users.User;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Sets up combo boxes for users. */
final class UserChooser {
    private UserChooser() {}

    static void bind(ComboBox<User> box, ObservableList<User> users, ObjectProperty<@Nullable User> chosen) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable User user) {
                return user == null ? "" : user.displayName() + "  @" + user.handle();
            }

            @Override
            public User fromString(String text) {
                throw new UnsupportedOperationException("The chooser is not editable");
            }
        });
        box.setItems(users);
        box.setVisibleRowCount(12);
        box.valueProperty().bindBidirectional(chosen);
    }
}
