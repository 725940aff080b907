package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A field for a value of any type. */
public final class ValueField extends HBox {
    private static final Messages TEXT = Messages.of(ValueField.class);
    private final ChoiceBox<ValueKind> kind = new ChoiceBox<>();
    private final TextField text = new TextField();

    /** @param name what the value is called, for a screen reader */
    public ValueField(String name) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        kind.getItems().setAll(ValueKind.values());
        kind.setConverter(ChoiceLabels.of(ValueKind::label));
        kind.setValue(ValueKind.STRING);
        kind.setAccessibleText(TEXT.get("row.kind"));
        text.setAccessibleText(name);
        text.setPrefColumnCount(26);
        HBox.setHgrow(text, Priority.ALWAYS);
        NodeVisibility.when(text, kind.valueProperty().map(chosen -> chosen != ValueKind.NULL));
        getChildren().addAll(kind, text);
    }

    /** The node that the label of the field is for. */
    public Node input() {
        return text;
    }

    /** Sets what is told when the value changes. */
    public void onChange(Runnable listener) {
        kind.valueProperty().addListener(observable -> listener.run());
        text.textProperty().addListener(observable -> listener.run());
    }

    /**
     * Returns the value.
     *
     * @throws InvalidInputException if the text is not valid for the type
     */
    public Operand operand() {
        return kind.getValue().operand(text.getText());
    }
}
