package dev.switchboard.ui.tables;

import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Sets up combo boxes for key types. */
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
                throw new UnsupportedOperationException("The combo box is not editable");
            }
        });
        box.valueProperty().bindBidirectional(type);
    }
}
