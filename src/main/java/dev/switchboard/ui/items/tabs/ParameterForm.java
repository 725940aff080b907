package dev.switchboard.ui.items.tabs;

import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.query.PlanParser;
import dev.switchboard.explorer.query.PlanPrinter;
import dev.switchboard.explorer.query.SavedQuery;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.items.query.ValueField;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The content of the dialog that asks for the parameters of a saved query. */
final class ParameterForm extends VBox {
    private static final Messages TEXT = Messages.of(ParameterForm.class);
    private final SavedQuery query;
    private final Map<String, ValueField> fields = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private String text = "";

    ParameterForm(SavedQuery query) {
        super(8);
        this.query = query;
        GridPane grid = new GridPane(8, 6);
        for (String parameter : query.parameters()) {
            ValueField field = new ValueField(parameter.substring(1));
            field.onChange(this::check);
            fields.put(parameter, field);
            Label label = new Label(parameter.substring(1));
            label.setLabelFor(field.input());
            grid.addRow(grid.getRowCount(), label, field);
        }
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        NodeVisibility.text(problem, error);
        Label shown = new Label(query.text());
        shown.getStyleClass().addAll("mono", "text-muted");
        shown.setWrapText(true);
        getChildren().addAll(shown, grid, problem);
        setPrefWidth(520);
        check();
    }

    private void check() {
        try {
            Map<String, TypedValue> values = new LinkedHashMap<>();
            fields.forEach((parameter, field) -> values.put(parameter, value(parameter, field.operand())));
            text = PlanPrinter.print(PlanParser.parse(query.text(), null, values));
            error.set("");
        } catch (InvalidInputException e) {
            error.set(e.sentence());
        }
    }

    private static TypedValue value(String parameter, Operand operand) {
        if (operand instanceof Operand.Literal(TypedValue value)) {
            return value;
        }
        throw new InvalidInputException("parameter", TEXT.get("saved.parameters.value", parameter.substring(1)), null);
    }

    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The text of the query with the values in place. */
    String text() {
        return text;
    }
}
