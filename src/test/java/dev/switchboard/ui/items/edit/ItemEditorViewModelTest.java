package dev.switchboard.ui.items.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.dynamodb.value.ValueType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemEditorViewModelTest {
    private static final TableDetails TABLE = new TableDetails(
            "t", "ACTIVE", List.of(KeyAttribute.hash("pk", "S"), KeyAttribute.range("sk", "S")), List.of(), "PROVISIONED", 1, 1, 0, 0,
            false,
            null, null, false, Map.of(), null, "arn");
    private static final Item RICH = Item.ofJson(EditFixture.RICH);

    private static ItemEditorViewModel of(Item item) {
        return new ItemEditorViewModel(TABLE, item, item);
    }

    private static EditNode child(EditNode node, String label) {
        return node.children().stream().filter(child -> child.label().equals(label)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(EditorTab.class)
    void everyTabShowsTheSameItemAndChangesNothing(EditorTab tab) {
        ItemEditorViewModel model = of(RICH);
        assertThat(model.show(tab)).isTrue();
        assertThat(model.edit().changesNothing()).isTrue();
        assertThat(model.errorProperty().get()).isEmpty();
        assertThat(model.meaningProperty().get()).isEqualTo("No changes.");
        assertThat(model.show(EditorTab.FORM)).isTrue();
        assertThat(model.edit().item()).isEqualTo(RICH);
    }

    @Test
    void whatIsEditedInOneTabIsInTheOthers() {
        ItemEditorViewModel model = of(RICH);
        child(child(child(model.rootProperty().get(), "author"), "address"), "city").textProperty().set("Malmö");
        assertThat(model.meaningProperty().get()).isEqualTo("1 change.");
        model.show(EditorTab.PLAIN_JSON);
        assertThat(model.jsonProperty().get()).contains("Malmö");
        model.jsonProperty().set(model.jsonProperty().get().replace("Malmö", "Ystad").replace("\"ferry\"", "\"boat\""));
        model.show(EditorTab.DYNAMODB_JSON);
        assertThat(model.jsonProperty().get()).contains("Ystad", "\"boat\"", "\"SS\"");
        model.show(EditorTab.FORM);
        EditNode city = child(child(child(model.rootProperty().get(), "author"), "address"), "city");
        assertThat(city.textProperty().get()).isEqualTo("Ystad");
        assertThat(city.path()).isEqualTo("author.address.city");
        assertThat(TypedItems.value(model.edit().item(), "tags").type()).isEqualTo(ValueType.SS);
    }

    @Test
    void textThatIsNotValidStaysInItsTabWithItsPlace() {
        ItemEditorViewModel model = of(RICH);
        model.show(EditorTab.DYNAMODB_JSON);
        model.jsonProperty().set("{\"pk\": {\"S\": \"a\"},\n \"sk\": {\"X\": \"b\"}}");
        assertThat(model.errorProperty().get()).contains("line 2", "“X” is not a valid type");
        assertThat(model.show(EditorTab.FORM)).isFalse();
        assertThat(model.tabProperty().get()).isEqualTo(EditorTab.DYNAMODB_JSON);
        model.jsonProperty().set("{\"pk\": {\"S\": \"a\"},\n \"sk\": {\"S\": \"b\"}}");
        assertThat(model.show(EditorTab.FORM)).isTrue();
        assertThat(model.meaningProperty().get()).contains("The key changes");
    }

    @Test
    void everyTypeCanBeChangedToEveryOther() {
        for (ValueType from : ValueType.values()) {
            for (ValueType to : ValueType.values()) {
                ItemEditorViewModel model = of(RICH);
                EditNode root = model.rootProperty().get();
                EditNode node = root.addEmpty();
                node.nameProperty().set("x");
                node.change(from);
                node.change(to);
                assertThat(node.value().type()).as(from + " to " + to).isEqualTo(to);
                assertThat(node.children()).allMatch(child -> child.parent() == node);
            }
        }
    }

    @Test
    void whatATypeCanHoldIsKeptWhenTheTypeChanges() {
        EditNode node = EditNode.of("x", new TypedValue.Elements(List.of(new TypedValue.Text("b"), new TypedValue.Text("a"))));
        node.change(ValueType.SS);
        assertThat(node.value()).isEqualTo(new TypedValue.TextSet(List.of("b", "a")));
        node.change(ValueType.L);
        assertThat(node.children()).hasSize(2);
        EditNode number = EditNode.of("n", new TypedValue.Digits("1.50"));
        number.change(ValueType.S);
        assertThat(number.value()).isEqualTo(new TypedValue.Text("1.50"));
        number.change(ValueType.B);
        number.change(ValueType.S);
        assertThat(number.value()).isEqualTo(new TypedValue.Text("1.50"));
    }

    @Test
    void problemsAreToldBeforeAnythingIsStaged() {
        ItemEditorViewModel model = of(RICH);
        EditNode root = model.rootProperty().get();
        child(root, "likes").textProperty().set("many");
        assertThat(model.errorProperty().get()).contains("“many” in “likes” is not a number");
        child(root, "likes").textProperty().set("1");
        child(root, "tags").children().getFirst().remove();
        child(root, "tags").children().getFirst().remove();
        assertThat(model.errorProperty().get()).isEqualTo("The set “tags” is empty.");
        child(root, "tags").remove();
        root.addEmpty();
        assertThat(model.errorProperty().get()).isEqualTo("An attribute has no name.");
        root.children().getLast().nameProperty().set("seen");
        assertThat(model.errorProperty().get()).isEqualTo("The attribute seen exists twice.");
        assertThat(model.show(EditorTab.PLAIN_JSON)).isFalse();
    }

    @Test
    void longStringsAreMarksThatComeBack() {
        Item large = RICH.with("body", "x \"quoted\" \n".repeat(30_000));
        ItemEditorViewModel model = of(large);
        for (EditorTab tab : List.of(EditorTab.DYNAMODB_JSON, EditorTab.PLAIN_JSON)) {
            model.show(tab);
            assertThat(model.jsonProperty().get()).hasSizeLessThan(4_000).contains("⟦long value 1");
            assertThat(model.isFolded()).isTrue();
            model.jsonProperty().set(model.jsonProperty().get().replace("Lund", "Malmö"));
            model.show(EditorTab.FORM);
            assertThat(model.edit().item().string("body")).isEqualTo(large.string("body"));
            assertThat(model.meaningProperty().get()).isEqualTo("1 change.");
        }
        model.show(EditorTab.PLAIN_JSON);
        model.jsonProperty().set(model.jsonProperty().get().replace("⟦long value 1", "⟦long value 9"));
        assertThat(model.errorProperty().get()).contains("mark");
    }

    @Test
    void aDuplicateNeedsAnotherKey() {
        ItemEditorViewModel model = ItemEditorViewModel.duplicate(TABLE, RICH);
        assertThat(model.errorProperty().get()).startsWith("Change the key");
        child(model.rootProperty().get(), "sk").textProperty().set("2026-11-27");
        assertThat(model.errorProperty().get()).isEmpty();
        assertThat(model.edit().expected()).isNull();
        assertThat(model.edit().item()).isEqualTo(RICH.with("sk", "2026-11-27"));
    }

    @Test
    void aNewItemHasToHaveItsKey() {
        ItemEditorViewModel model = new ItemEditorViewModel(TABLE, null, Item.ofJson("{\"pk\":{\"S\":\"\"},\"sk\":{\"S\":\"\"}}"));
        assertThat(model.errorProperty().get()).contains("“pk” is empty", "“sk” is empty");
        model.rootProperty().get().children().forEach(key -> key.textProperty().set("k"));
        assertThat(model.errorProperty().get()).isEmpty();
        assertThat(model.meaningProperty().get()).isEqualTo("Creates an item.");
        assertThat(model.numbersProperty().get()).endsWith("1 WCU");
    }

    @Test
    void thePlaceOfAnErrorIsThatInTheTextThatIsShown() {
        Item item = Item.ofJson("{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"}}").with("long", "x".repeat(20_000)).with("z", "last");
        ItemEditorViewModel model = new ItemEditorViewModel(TABLE, item, item);
        for (EditorTab tab : List.of(EditorTab.DYNAMODB_JSON, EditorTab.PLAIN_JSON)) {
            assertThat(model.show(tab)).isTrue();
            assertThat(model.isFolded()).isTrue();
            assertThat(model.errorAtProperty().get()).isNegative();
            String valid = model.jsonProperty().get();
            // After the mark, on another line.
            model.jsonProperty().set(valid.replace("\"last\"", "\"last\" oops"));
            assertThat(model.jsonProperty().get().substring(model.errorAtProperty().get())).startsWith("oops");
            // After the mark, on its line.
            int mark = valid.indexOf('\u27e7') + 2;
            model.jsonProperty().set(valid.substring(0, mark) + " oops" + valid.substring(mark));
            assertThat(model.jsonProperty().get().substring(model.errorAtProperty().get())).startsWith("oops");
            // Before the mark.
            model.jsonProperty().set(valid.replaceFirst("\\{", "{ oops"));
            assertThat(model.jsonProperty().get().substring(model.errorAtProperty().get())).startsWith("oops");
            model.jsonProperty().set(valid);
            assertThat(model.errorAtProperty().get()).isNegative();
        }
    }
}
