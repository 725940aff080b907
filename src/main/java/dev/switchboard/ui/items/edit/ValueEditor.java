package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.NumberRules;
import dev.switchboard.dynamodb.value.TimeHint;
import dev.switchboard.dynamodb.value.ValueType;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Edits one value: its name, its type and its content. Every type can be edited and changed. */
final class ValueEditor extends VBox {
    private static final Messages TEXT = Messages.of(ValueEditor.class);
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final int LONG_TEXT = 20_000;
    private static final double TYPES_WIDTH = 130;
    private final UiContext context;
    private final VBox content = new VBox();
    private final Label hint = new Label();
    private Subscription bound = Subscription.EMPTY;

    ValueEditor(UiContext context) {
        this.context = context;
        setId("value-editor");
        getStyleClass().add("value-editor");
        content.getStyleClass().add("value-content");
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        show(null, false);
    }

    /**
     * Shows a value; null for none.
     *
     * @param key whether it is a key attribute, whose name and type are those of the table
     */
    void show(@Nullable EditNode node, boolean key) {
        bound.unsubscribe();
        bound = Subscription.EMPTY;
        getChildren().clear();
        content.getChildren().clear();
        hint.setText("");
        if (node == null) {
            Label none = new Label(TEXT.get("editor.select"));
            none.getStyleClass().add("text-muted");
            none.setWrapText(true);
            getChildren().add(none);
            return;
        }
        HBox head = new HBox();
        head.getStyleClass().add("value-head");
        if (node.isNamed()) {
            head.getChildren().add(nameField(node, key));
        }
        if (!node.isSetElement()) {
            head.getChildren().add(types(node, key));
        }
        getChildren().setAll(head, content, hint);
        showContent(node);
        bound = node.typeProperty().subscribe((old, now) -> showContent(node));
    }

    /** Moves the focus to the first field, such as the name of a value that was just added. */
    void focusFirst() {
        List.of("#value-name", "#value-text", "#value-number", "#value-binary").stream()
                .map(this::lookup)
                .filter(field -> field != null)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node nameField(EditNode node, boolean key) {
        TextField name = new TextField(node.nameProperty().get());
        name.setId("value-name");
        name.setPromptText(TEXT.get("editor.name"));
        name.setAccessibleText(TEXT.get("editor.name"));
        name.setEditable(!key);
        name.textProperty().addListener((observable, old, now) -> node.nameProperty().set(now));
        HBox.setHgrow(name, Priority.ALWAYS);
        return name;
    }

    private static Node types(EditNode node, boolean key) {
        ComboBox<ValueType> types = new ComboBox<>();
        types.setId("value-type");
        types.setAccessibleText(TEXT.get("editor.type"));
        types.getItems().setAll(ValueType.values());
        types.setMinWidth(USE_PREF_SIZE);
        types.setPrefWidth(TYPES_WIDTH);
        types.setValue(node.typeProperty().get());
        types.setDisable(key);
        types.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ValueType type) {
                return type == null ? "" : type.label();
            }

            @Override
            public ValueType fromString(String label) {
                return List.of(ValueType.values()).stream().filter(type -> type.label().equals(label)).findFirst().orElse(ValueType.S);
            }
        });
        types.valueProperty().addListener((observable, old, now) -> node.change(now));
        return types;
    }

    private void showContent(EditNode node) {
        hint.setText("");
        boolean grows = node.typeProperty().get() == ValueType.S || node.typeProperty().get() == ValueType.B;
        VBox.setVgrow(content, grows ? Priority.ALWAYS : Priority.NEVER);
        switch (node.typeProperty().get()) {
            case S -> content.getChildren().setAll(textArea(node));
            case N -> content.getChildren().setAll(number(node));
            case B -> content.getChildren().setAll(new BinaryEditor(context, node));
            case BOOL -> content.getChildren().setAll(truth(node));
            case NULL -> content.getChildren().setAll(muted(TEXT.get("editor.null")));
            case SS, NS, BS, L, M -> content.getChildren().setAll(container(node));
        }
    }

    private Node textArea(EditNode node) {
        String text = node.textProperty().get();
        if (text.length() > LONG_TEXT) {
            return new LongTextEditor(context, node);
        }
        TextArea area = new TextArea(text);
        area.setId("value-text");
        area.setWrapText(true);
        area.setPromptText(TEXT.get("value.empty"));
        area.setAccessibleText(TEXT.get("editor.value"));
        area.textProperty().addListener((observable, old, now) -> {
            node.textProperty().set(now);
            tellTime(node);
        });
        VBox.setVgrow(area, Priority.ALWAYS);
        tellTime(node);
        return area;
    }

    private Node number(EditNode node) {
        TextField field = new TextField(node.textProperty().get());
        field.setId("value-number");
        field.getStyleClass().add("mono");
        field.setAccessibleText(TEXT.get("editor.value"));
        field.textProperty().addListener((observable, old, now) -> {
            node.textProperty().set(now);
            markNumber(field);
            tellTime(node);
        });
        markNumber(field);
        tellTime(node);
        return field;
    }

    private static void markNumber(TextField field) {
        boolean valid = NumberRules.isValid(field.getText());
        field.pseudoClassStateChanged(INVALID, !valid);
    }

    private void tellTime(EditNode node) {
        hint.setText(TimeHint.of(node.value()));
    }

    private static Node truth(EditNode node) {
        CheckBox box = new CheckBox(TEXT.get("editor.true"));
        box.setId("value-truth");
        box.setSelected(node.truthProperty().get());
        box.selectedProperty().addListener((observable, old, now) -> node.truthProperty().set(now));
        return box;
    }

    private Node container(EditNode node) {
        boolean map = node.typeProperty().get() == ValueType.M;
        Button add = new Button(TEXT.get(map ? "editor.add-member" : "editor.add-element"));
        add.setId("value-add");
        add.setOnAction(event -> {
            var _ = node.addEmpty();
            showContent(node);
        });
        Label about = muted(TEXT.get(map ? "editor.members" : "editor.elements", node.children().size()));
        HBox row = new HBox(about, add);
        row.getStyleClass().add("value-head");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }
}
