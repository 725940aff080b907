package dev.switchboard.ui.tables;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Tooltips;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row with the fields of a global secondary index. */
final class IndexRow extends HBox {
    private static final Messages TEXT = Messages.of(IndexRow.class);

    IndexRow(IndexFormViewModel form, Runnable remove) {
        getStyleClass().add("toolbar-row");
        Button away = Tooltips.name(new Button(null, new FontIcon("fth-trash-2")), TEXT.get("create.index.remove"));
        away.getStyleClass().addAll("button-icon", "flat");
        away.setOnAction(event -> remove.run());
        getChildren().addAll(
                field("create.index.name", form.nameProperty()),
                field("create.index.partition", form.partitionProperty()),
                type(form.partitionTypeProperty(), "create.index.partition-type"),
                field("create.index.sort", form.sortProperty()),
                type(form.sortTypeProperty(), "create.index.sort-type"),
                away);
    }

    /** A row that stays. */
    IndexRow(IndexFormViewModel form) {
        this(form, () -> {});
        getChildren().removeLast();
    }

    private static TextField field(String key, StringProperty value) {
        TextField field = new TextField();
        field.setPromptText(TEXT.get(key));
        field.setAccessibleText(TEXT.get(key));
        field.setPrefColumnCount(9);
        field.textProperty().bindBidirectional(value);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static ComboBox<String> type(StringProperty value, String key) {
        ComboBox<String> box = new ComboBox<>();
        box.setAccessibleText(TEXT.get(key));
        box.getStyleClass().add("key-type");
        KeyTypeChooser.bind(box, value);
        return box;
    }
}
