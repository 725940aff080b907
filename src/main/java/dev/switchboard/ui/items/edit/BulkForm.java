package dev.switchboard.ui.items.edit;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.UiContext;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The content of the dialog that asks for an attribute, and for its value if it is set. */
final class BulkForm extends VBox {
    private static final Messages TEXT = Messages.of(BulkForm.class);

    BulkForm(UiContext context, BulkFormViewModel form) {
        getStyleClass().add("bulk-form");
        getStylesheets().add(Objects.requireNonNull(BulkForm.class.getResource("edit.css")).toExternalForm());
        Label label = new Label(TEXT.get("bulk.form.attribute"));
        TextField name = new TextField();
        name.setId("bulk-attribute");
        label.setLabelFor(name);
        name.textProperty().bindBidirectional(form.attributeProperty());
        name.setEditable(!form.isFixed());
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        NodeVisibility.text(error, form.errorProperty());
        getChildren().addAll(label, name);
        if (form.sets()) {
            ValueEditor value = new ValueEditor(context);
            value.show(form.value(), false);
            value.setPrefHeight(220);
            getChildren().add(value);
            if (form.isFixed()) {
                value.sceneProperty().subscribe(scene -> Platform.runLater(value::focusFirst));
            }
        }
        getChildren().add(error);
    }
}
