package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** A form: one labeled field in each row, and notes over the whole width. */
final class FormGrid extends GridPane {
    private static final Messages TEXT = Messages.of(FormGrid.class);
    /** Counted here, because the grid does not count rows that are hidden. */
    private int rows;

    FormGrid() {
        getStyleClass().add("transfer-form");
        getStylesheets().add(Objects.requireNonNull(FormGrid.class.getResource("transfer.css")).toExternalForm());
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(labels, fields);
    }

    /** Adds a field with the label of this key. */
    <N extends Node> N add(String key, N field) {
        Label label = new Label(TEXT.get(key));
        label.setLabelFor(field);
        label.visibleProperty().bind(field.visibleProperty());
        label.managedProperty().bind(field.managedProperty());
        addRow(rows++, label, field);
        return field;
    }

    /** Adds a text field with the label of this key, and a tooltip of the key after {@code tip.}. */
    TextField text(String id, String key, Property<String> value, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setTooltip(new Tooltip(TEXT.get("tip." + key)));
        field.textProperty().bindBidirectional(value);
        return add(key, field);
    }

    /** Adds a choice among all values of an enumeration. */
    <E extends Enum<E>> ComboBox<E> choice(String id, String key, Class<E> values, Property<E> value, Function<E, String> words) {
        ComboBox<E> box = new ComboBox<>(FXCollections.observableArrayList(values.getEnumConstants()));
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(E choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("the choice is not editable");
            }
        });
        box.valueProperty().bindBidirectional(value);
        return add(key, box);
    }

    /** Adds a paragraph, which takes no space while it is empty. */
    Label note(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        NodeVisibility.text(label, text);
        wide(label);
        return label;
    }

    /** Adds a node over the whole width. */
    void wide(Node node) {
        add(node, 0, rows++, 2, 1);
    }
}
