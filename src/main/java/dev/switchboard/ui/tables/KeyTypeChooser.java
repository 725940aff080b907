package dev.switchboard.ui.tables;

import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** The choice of a key's type, in words. */
final class KeyTypeChooser {
    private KeyTypeChooser() {}

    static void bind(ComboBox<String> box, StringProperty type) {
        box.getItems().setAll("S", "N", "B");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return code == null ? "" : TableDetailsFormatter.type(code);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("The choice is not typed");
            }
        });
        box.valueProperty().bindBidirectional(type);
    }
}
