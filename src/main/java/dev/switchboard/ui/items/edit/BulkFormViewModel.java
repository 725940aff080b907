package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.BulkChange;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.value.ItemRules;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form for an attribute that is set in, or removed from, many items. */
final class BulkFormViewModel {
    private static final Messages TEXT = Messages.of(BulkFormViewModel.class);
    private final TableDetails table;
    private final boolean sets;
    private final StringProperty attribute = new SimpleStringProperty("");
    private final EditNode value;
    private final boolean fixed;
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    /** @param sets whether the attribute is set; otherwise removed */
    BulkFormViewModel(TableDetails table, boolean sets) {
        this(table, sets, "", new TypedValue.Text(""));
    }

    /** The form for the value of one attribute. */
    static BulkFormViewModel of(TableDetails table, String attribute, TypedValue start) {
        return new BulkFormViewModel(table, true, attribute, start);
    }

    private BulkFormViewModel(TableDetails table, boolean sets, String name, TypedValue start) {
        this.table = table;
        this.sets = sets;
        fixed = !name.isEmpty();
        attribute.set(name);
        value = EditNode.of("", start);
        attribute.addListener((observable, old, now) -> error.set(check()));
        value.onChange(() -> error.set(check()));
        error.set(check());
    }

    private String check() {
        String name = attribute.get();
        if (name.isEmpty()) {
            return TEXT.get("bulk.form.name");
        }
        if (table.keys().stream().map(KeyAttribute::name).anyMatch(name::equals)) {
            return TEXT.get("editing.key.text", name);
        }
        if (!sets) {
            return "";
        }
        // A sound key stands in for those of the items, so that only the value is judged.
        Map<String, TypedValue> item = new LinkedHashMap<>();
        table.keys().forEach(key -> item.put(key.name(), SampleKeys.of(key.type())));
        item.put(name, value.value());
        List<String> problems = ItemRules.of(table).problems(new TypedValue.Members(item));
        return problems.isEmpty() ? "" : problems.getFirst();
    }

    /** The change; valid only if {@link #errorProperty} is empty. */
    BulkChange change() {
        return sets ? new BulkChange.SetAttribute(attribute.get(), value.value()) : new BulkChange.RemoveAttribute(attribute.get());
    }

    /** Whether the attribute is set; otherwise removed. */
    boolean sets() {
        return sets;
    }

    /** Whether the attribute is given, and only its value is asked for. */
    boolean isFixed() {
        return fixed;
    }

    StringProperty attributeProperty() {
        return attribute;
    }

    /** The value that is set. */
    EditNode value() {
        return value;
    }

    /** What is wrong; empty if the form is valid. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }
}
