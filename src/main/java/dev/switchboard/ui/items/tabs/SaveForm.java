package dev.switchboard.ui.items.tabs;

import dev.switchboard.explorer.query.SavedQueries;
import dev.switchboard.explorer.query.SavedQuery;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The content of the dialog that saves a query. */
final class SaveForm extends VBox {
    private static final Messages TEXT = Messages.of(SaveForm.class);
    private final TextField name = new TextField();
    private final TextArea text = new TextArea();
    private final StringBinding error;

    SaveForm(String startName, String startText) {
        super(6);
        name.setId("query-name");
        name.setText(startName);
        text.setId("query-text");
        text.setText(startText);
        text.setPrefRowCount(6);
        text.getStyleClass().add("mono");
        Label nameLabel = new Label(TEXT.get("saved.name"));
        nameLabel.setLabelFor(name);
        Label textLabel = new Label(TEXT.get("saved.text"));
        textLabel.setLabelFor(text);
        Label hint = new Label(TEXT.get("saved.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("text-muted", "text-small");
        error = Bindings.createStringBinding(this::check, name.textProperty(), text.textProperty());
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        NodeVisibility.text(problem, error);
        getChildren().addAll(nameLabel, name, textLabel, text, hint, problem);
        setPrefWidth(560);
    }

    private String check() {
        int length = name.getText().strip().length();
        if (length == 0 || length > SavedQueries.LONGEST_NAME) {
            return TEXT.get("saved.name.bad", SavedQueries.LONGEST_NAME);
        }
        return text.getText().isBlank() ? TEXT.get("saved.text.bad") : "";
    }

    StringBinding errorProperty() {
        return error;
    }

    SavedQuery query() {
        return new SavedQuery(name.getText().strip(), text.getText().strip());
    }
}
