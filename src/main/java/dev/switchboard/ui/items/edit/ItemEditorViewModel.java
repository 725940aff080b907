package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.EditedItemReader;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.value.ItemRules;
import dev.switchboard.dynamodb.value.PlainJson;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.edit.AttributeChange;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import dev.switchboard.ui.common.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One item that is edited as a form, as DynamoDB JSON and as plain JSON, which are in step. */
final class ItemEditorViewModel {
    private static final Messages TEXT = Messages.of(ItemEditorViewModel.class);
    private static final int MOST_PROBLEMS = 3;
    private final KeySchema keys;
    private final ItemRules rules;
    private final @Nullable Item expected;
    private final @Nullable Item original;
    private final ReadOnlyObjectWrapper<EditorTab> tab = new ReadOnlyObjectWrapper<>(EditorTab.FORM);
    private final ReadOnlyObjectWrapper<EditNode> root;
    private final StringProperty json = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper errorAt = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper numbers = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper meaning = new ReadOnlyStringWrapper("");
    private TypedValue.Members values;
    private FoldedJson folded = FoldedJson.of("{}");
    private boolean loading;

    /**
     * @param expected the whole item as it was read; null to create an item
     * @param start the attributes to start from
     */
    ItemEditorViewModel(TableDetails table, @Nullable Item expected, Item start) {
        this(table, expected, null, start);
    }

    /** Creates an item with the attributes of another, which needs another key. */
    static ItemEditorViewModel duplicate(TableDetails table, Item original) {
        return new ItemEditorViewModel(table, null, original, original);
    }

    private ItemEditorViewModel(TableDetails table, @Nullable Item expected, @Nullable Item original, Item start) {
        this.original = original;
        this.expected = expected;
        keys = EditedItemReader.keys(table);
        rules = ItemRules.of(table);
        values = sorted(TypedItems.values(start));
        root = new ReadOnlyObjectWrapper<>(form());
        json.addListener((observable, old, now) -> typed());
        judge();
    }

    /** The attributes with the key first, the others by name: DynamoDB returns them in any order. */
    private TypedValue.Members sorted(TypedValue.Members attributes) {
        Map<String, TypedValue> sorted = new LinkedHashMap<>();
        keys.names().stream().filter(attributes.values()::containsKey).forEach(name -> sorted.put(name, attributes.values().get(name)));
        new TreeMap<>(attributes.values()).forEach(sorted::putIfAbsent);
        return new TypedValue.Members(sorted);
    }

    private EditNode form() {
        EditNode form = EditNode.of("", values);
        form.onChange(() -> {
            if (!loading && tab.get() == EditorTab.FORM) {
                values = form.members();
                judge();
            }
        });
        return form;
    }

    /** Shows another tab. Returns false, and stays, if the text of the present one is not valid. */
    boolean show(EditorTab to) {
        if (to == tab.get()) {
            return true;
        }
        if (!syntaxError().isEmpty()) {
            return false;
        }
        loading = true;
        try {
            tab.set(to);
            if (to == EditorTab.FORM) {
                root.set(form());
            } else {
                folded = FoldedJson.of(to == EditorTab.DYNAMODB_JSON ? dynamoDbJson() : PlainJson.print(values, true));
                json.set(folded.text());
            }
        } finally {
            loading = false;
        }
        judge();
        return true;
    }

    private String dynamoDbJson() {
        return ItemJsonFormatter.format(TypedItems.item(values));
    }

    private void typed() {
        if (!loading) {
            judge();
        }
    }

    /** Parses the text of the tab; returns what is wrong with it, or empty. */
    private String syntaxError() {
        errorAt.set(-1);
        if (tab.get() == EditorTab.FORM) {
            String twice = root.get().duplicate();
            return twice.isEmpty() ? "" : TEXT.get("editor.duplicate", Quote.of(twice));
        }
        try {
            String whole = folded.unfold(json.get());
            values = tab.get() == EditorTab.DYNAMODB_JSON
                    ? TypedItems.values(Item.ofJson(whole))
                    : PlainJson.parse(whole, values);
            return "";
        } catch (InvalidInputException e) {
            errorAt.set(e.offset() < 0 ? -1 : folded.folded(json.get(), e.offset()));
            return e.sentence();
        }
    }

    private void judge() {
        String syntax = syntaxError();
        List<String> problems = syntax.isEmpty() ? problems() : List.of(syntax);
        String shown = problems.stream().limit(MOST_PROBLEMS).collect(Collectors.joining("\n"));
        error.set(problems.size() > MOST_PROBLEMS ? shown + "\n" + TEXT.get("editor.more", problems.size() - MOST_PROBLEMS) : shown);
        if (problems.isEmpty()) {
            ItemEdit edit = edit();
            long bytes = ItemSize.of(TypedItems.item(values));
            numbers.set(TEXT.get("editor.size", Formats.bytes(bytes), Formats.capacity(edit.units(keys))));
            meaning.set(meaning(edit));
        } else {
            numbers.set("");
            meaning.set("");
        }
    }

    private List<String> problems() {
        List<String> problems = rules.problems(values);
        boolean same = original != null && keys.of(original).equals(keys.of(TypedItems.item(keyValues())));
        return problems.isEmpty() && same ? List.of(TEXT.get("editor.same-key")) : problems;
    }

    private TypedValue.Members keyValues() {
        Map<String, TypedValue> key = new LinkedHashMap<>(values.values());
        key.keySet().retainAll(keys.names());
        return new TypedValue.Members(key);
    }

    private String meaning(ItemEdit edit) {
        if (expected == null) {
            return TEXT.get("editor.new");
        }
        if (edit.moves(keys)) {
            return TEXT.get("editor.move");
        }
        int changes = AttributeChange.between(TypedItems.values(expected), values).size();
        return changes == 0 ? TEXT.get("editor.unchanged") : TEXT.get("editor.changes", changes);
    }

    /** The edit of the item as it was typed; valid only if {@link #errorProperty} is empty. */
    ItemEdit edit() {
        return new ItemEdit(expected, TypedItems.item(values));
    }

    /** Whether an attribute of the item is part of the key of the table. */
    boolean isKey(String attribute) {
        return keys.names().contains(attribute);
    }

    /** Whether very long strings of the JSON text are marks. */
    boolean isFolded() {
        return folded.isFolded();
    }

    ReadOnlyObjectProperty<EditorTab> tabProperty() {
        return tab.getReadOnlyProperty();
    }

    /** The attributes as a form; another one each time the form is shown. */
    ReadOnlyObjectProperty<EditNode> rootProperty() {
        return root.getReadOnlyProperty();
    }

    /** The text of the JSON tab that is shown. Very long strings are marks. */
    StringProperty jsonProperty() {
        return json;
    }

    /** What is wrong, a sentence a line; empty if the item can be stored. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Where the JSON text is not valid, in characters from 0; negative if it is, and where the place is not known. */
    ReadOnlyIntegerProperty errorAtProperty() {
        return errorAt.getReadOnlyProperty();
    }

    /** Size and cost of the item; empty if it is not valid. */
    ReadOnlyStringProperty numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /** What the edit does, such as how many attributes it changes. */
    ReadOnlyStringProperty meaningProperty() {
        return meaning.getReadOnlyProperty();
    }
}
