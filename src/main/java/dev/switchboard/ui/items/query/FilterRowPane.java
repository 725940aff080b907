package dev.switchboard.ui.items.query;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a condition of the filter: attribute, operator, kind of the value, value. */
final class FilterRowPane extends HBox {
    private static final Messages TEXT = Messages.of(FilterRowPane.class);
    private final FilterRow row;

    FilterRowPane(FilterRow row, Runnable remove) {
        super(6);
        this.row = row;
        setAlignment(Pos.CENTER_LEFT);
        TextField attribute = field("row.attribute", 16);
        attribute.setId("attribute");
        attribute.textProperty().bindBidirectional(row.attributeProperty());
        ChoiceBox<FilterOperator> operator = new ChoiceBox<>();
        operator.setId("operator");
        operator.getItems().setAll(FilterOperator.values());
        operator.setConverter(ChoiceLabels.of(FilterOperator::label));
        operator.valueProperty().bindBidirectional(row.operatorProperty());
        operator.setAccessibleText(TEXT.get("row.operator"));
        ChoiceBox<ValueKind> kind = new ChoiceBox<>();
        kind.setId("kind");
        kind.getItems().setAll(ValueKind.values());
        kind.setConverter(ChoiceLabels.of(ValueKind::label));
        kind.valueProperty().bindBidirectional(row.kindProperty());
        kind.setAccessibleText(TEXT.get("row.kind"));
        TextField value = field("row.value", 20);
        value.setId("value");
        value.textProperty().bindBidirectional(row.valueProperty());
        value.promptTextProperty().bind(row.operatorProperty().map(FilterRowPane::prompt));
        HBox.setHgrow(value, Priority.ALWAYS);
        TextField upTo = field("row.up-to", 12);
        upTo.textProperty().bindBidirectional(row.upToProperty());
        HBox.setHgrow(upTo, Priority.ALWAYS);
        Button removal = new Button(null, new FontIcon("fth-x"));
        removal.getStyleClass().addAll("small", "flat", "button-icon");
        removal.setAccessibleText(TEXT.get("row.remove"));
        removal.setOnAction(event -> remove.run());
        FieldCheck.mark(value, row::readValue, row.operatorProperty(), row.kindProperty());
        FieldCheck.mark(upTo, () -> row.kindProperty().get().operand(upTo.getText()), row.kindProperty());
        NodeVisibility.when(attribute, when(FilterOperator.EXPRESSION).not());
        NodeVisibility.when(kind, isTyped());
        NodeVisibility.when(value, hasValue());
        NodeVisibility.when(upTo, when(FilterOperator.BETWEEN));
        getChildren().addAll(attribute, operator, kind, value, upTo, removal);
    }

    private static String prompt(FilterOperator operator) {
        return switch (operator) {
            case IN -> TEXT.get("row.value.in");
            case HAS_TYPE -> TEXT.get("row.value.type");
            case EXPRESSION -> TEXT.get("row.value.expression");
            default -> TEXT.get("row.value");
        };
    }

    private static TextField field(String key, int columns) {
        TextField field = new TextField();
        field.setPromptText(TEXT.get(key));
        field.setAccessibleText(TEXT.get(key));
        field.setPrefColumnCount(columns);
        return field;
    }

    private BooleanBinding when(FilterOperator operator) {
        return row.operatorProperty().isEqualTo(operator);
    }

    private BooleanBinding isTyped() {
        return Bindings.createBooleanBinding(() -> row.operatorProperty().get().isTyped(), row.operatorProperty());
    }

    private BooleanBinding hasValue() {
        return Bindings.createBooleanBinding(
                () -> row.operatorProperty().get().fields() > 0
                        && !(row.operatorProperty().get().isTyped() && row.kindProperty().get() == ValueKind.NULL),
                row.operatorProperty(), row.kindProperty());
    }
}
