package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.SetElements;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.dynamodb.value.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One value of an item that is being edited: an attribute, a member of a map, or an element of a list or set. It holds what is typed, which need
 * not be valid yet.
 */
final class EditNode {
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<ValueType> type = new SimpleObjectProperty<>(ValueType.S);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<ByteString> bytes = new SimpleObjectProperty<>(ByteString.EMPTY);
    private final ObjectProperty<Boolean> truth = new SimpleObjectProperty<>(false);
    private final ObservableList<EditNode> children = FXCollections.observableArrayList();
    private @Nullable EditNode parent;
    private Runnable changed = () -> {};

    private EditNode() {
        name.addListener((observable, old, now) -> tell());
        type.addListener((observable, old, now) -> tell());
        text.addListener((observable, old, now) -> tell());
        bytes.addListener((observable, old, now) -> tell());
        truth.addListener((observable, old, now) -> tell());
    }

    /** Creates the node of a value with all that is in it. */
    static EditNode of(String name, TypedValue value) {
        EditNode node = new EditNode();
        node.name.set(name);
        node.load(value);
        return node;
    }

    /** Sets what is told of each change here and below. Set on the root only. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    private void tell() {
        EditNode node = this;
        while (node.parent != null) {
            node = node.parent;
        }
        node.changed.run();
    }

    /** Replaces the value. */
    void load(TypedValue value) {
        // In this order, because a set with elements of another type has no value.
        children.clear();
        type.set(value.type());
        switch (value) {
            case TypedValue.Text(String content) -> text.set(content);
            case TypedValue.Digits(String digits) -> text.set(digits);
            case TypedValue.Binary(ByteString content) -> bytes.set(content);
            case TypedValue.Truth(boolean content) -> truth.set(content);
            case TypedValue.Nothing() -> {}
            case TypedValue.Members(Map<String, TypedValue> members) -> members.forEach((member, inner) -> add(of(member, inner)));
            case TypedValue.TextSet _,TypedValue.DigitsSet _,TypedValue.BinarySet _, TypedValue.Elements _ ->
                SetElements.of(value).forEach(element -> add(of("", element)));
        }
    }

    /** The value as it was typed. */
    TypedValue value() {
        return switch (type.get()) {
            case S -> new TypedValue.Text(text.get());
            case N -> new TypedValue.Digits(text.get().strip());
            case B -> new TypedValue.Binary(bytes.get());
            case BOOL -> new TypedValue.Truth(truth.get());
            case NULL -> new TypedValue.Nothing();
            case SS, NS, BS -> SetElements.of(type.get(), children.stream().map(EditNode::value).toList());
            case L -> new TypedValue.Elements(children.stream().map(EditNode::value).toList());
            case M -> members();
        };
    }

    /** The members of a map; of two with the same name, the last one. */
    TypedValue.Members members() {
        Map<String, TypedValue> members = new LinkedHashMap<>();
        children.forEach(child -> members.put(child.name.get(), child.value()));
        return new TypedValue.Members(members);
    }

    /** Adds a child at the end. */
    void add(EditNode child) {
        child.parent = this;
        children.add(child);
        tell();
    }

    /** Adds an empty child of the type that fits, and returns it. */
    EditNode addEmpty() {
        ValueType fits = type.get().isSet() ? type.get().element() : ValueType.S;
        EditNode child = of("", switch (fits) {
            case N -> new TypedValue.Digits("0");
            case B -> new TypedValue.Binary(ByteString.EMPTY);
            default -> new TypedValue.Text("");
        });
        add(child);
        return child;
    }

    /** Removes this node from its parent. */
    void remove() {
        EditNode from = parent;
        if (from != null) {
            from.children.remove(this);
            from.tell();
            parent = null;
        }
    }

    /** Changes the type and keeps as much of the value as the new type can hold. */
    void change(ValueType now) {
        if (now != type.get()) {
            TypedValue converted = TypeConversion.of(value(), now);
            load(converted);
            tell();
        }
    }

    /** Whether children can be added. */
    boolean isContainer() {
        return type.get().isNested() || type.get().isSet();
    }

    /** Whether it has a name of its own, which elements of lists and sets do not have. */
    boolean isNamed() {
        return parent != null && parent.type.get() == ValueType.M;
    }

    /** Whether it is an element of a set, whose type is that of the set. */
    boolean isSetElement() {
        return parent != null && parent.type.get().isSet();
    }

    /** The map, list or set that contains it; null for the item itself. */
    @Nullable
    EditNode parent() {
        return parent;
    }

    /** Its name, or its position in brackets. */
    String label() {
        return isNamed() || parent == null ? name.get() : "[" + parent.children.indexOf(this) + "]";
    }

    /** The names of maps and positions in lists from the item to here, such as {@code address.lines[0]}. */
    String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        return isNamed() && !above.isEmpty() ? above + "." + label() : above + label();
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<ValueType> typeProperty() {
        return type;
    }

    /** The text of a string or a number. */
    StringProperty textProperty() {
        return text;
    }

    /** The content of a binary value. */
    ObjectProperty<ByteString> bytesProperty() {
        return bytes;
    }

    /** The content of a Boolean. */
    ObjectProperty<Boolean> truthProperty() {
        return truth;
    }

    /** What is in a map, list or set; changed with {@link #add} and {@link #remove}. */
    ObservableList<EditNode> children() {
        return children;
    }

    /** Whether two members of a map here or below have one name; returns the path of the second, or empty. */
    String duplicate() {
        List<String> seen = new ArrayList<>();
        for (EditNode child : children) {
            if (type.get() == ValueType.M && seen.contains(child.name.get())) {
                return child.path();
            }
            seen.add(child.name.get());
            String below = child.duplicate();
            if (!below.isEmpty()) {
                return below;
            }
        }
        return "";
    }
}
