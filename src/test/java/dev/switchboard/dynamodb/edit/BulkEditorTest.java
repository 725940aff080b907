package dev.switchboard.dynamodb.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.OutcomeState;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BulkEditorTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";

    /** A scan in several segments, whose pages come on several threads. */
    private static ItemSource scan(EditTable table, Progress progress) {
        TableScanner scanner = new TableScanner(table.clients, Environment.DEV.policy());
        return pages -> {
            var _ = scanner.scan(table.name, new ScanOptions(0, 4, 0), page -> pages.accept(page.items()), progress);
        };
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aQuerysResultIsDeletedAndRestored(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            table.fill(230);
            Map<String, Item> before = table.items();
            BulkReport report = table.bulk.run(
                    table.name, "items delete", new BulkChange.Delete(), scan(table, Progress.NONE), BulkEditor.USUAL_RATE, Progress.NONE);
            assertThat(report.complete()).isTrue();
            assertThat(report.written()).isEqualTo(230);
            assertThat(table.items()).isEmpty();
            assertThat(table.undo(report.change())).isEqualTo(230);
            assertThat(table.items()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void anAttributeIsSetAndRemovedAndOthersChangesStay(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(20);
            table.put(there.get(4).with("mark", "x"));
            table.put(there.get(5).with("text", "theirs"));
            table.delete(there.get(6));
            BulkChange set = new BulkChange.SetAttribute("mark", new TypedValue.Text("x"));
            BulkReport report =
                    table.bulk.run(table.name, "items update", set, ItemSource.of(there), BulkEditor.USUAL_RATE, Progress.NONE);
            assertThat(report.summary())
                    .isEqualTo("17 of 20 items written, 1 unchanged, 2 skipped because they changed since they were read.");
            assertThat(report.exceptions()).hasSize(2);
            assertThat(table.items().get("0005").names()).doesNotContain("mark");
            assertThat(table.journal.get(report.change()).outcome().state()).isEqualTo(OutcomeState.PARTLY);

            BulkChange remove = new BulkChange.RemoveAttribute("mark");
            BulkReport removed = table.bulk.run(
                    table.name, "items update", remove, scan(table, Progress.NONE), BulkEditor.USUAL_RATE, Progress.NONE);
            assertThat(removed.written()).isEqualTo(18);
            assertThat(removed.unchanged()).isEqualTo(1);
            assertThat(table.items().values()).allSatisfy(item -> assertThat(item.names()).doesNotContain("mark"));
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void partsOfItemsFromAnIndexAreEnough(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(5);
            List<Item> parts = there.stream().map(item -> item.only(List.of("pk", "sk"))).toList();
            BulkReport report = table.bulk.run(
                    table.name, "items delete", new BulkChange.Delete(), ItemSource.of(parts), BulkEditor.USUAL_RATE, Progress.NONE);
            assertThat(report.written()).isEqualTo(5);
            assertThat(table.undo(report.change())).isEqualTo(5);
            assertThat(table.items().get("0003").string("text")).isEqualTo("text 3");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aCanceledBulkEditSaysWhatItWroteAndIsUndone(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(250);
            RecordedProgress progress = new RecordedProgress(done -> done >= 100);
            BulkReport report = table.bulk.run(
                    table.name, "items delete", new BulkChange.Delete(), ItemSource.of(there), BulkEditor.USUAL_RATE, progress);
            assertThat(report.canceled()).isTrue();
            assertThat(table.items()).hasSize(150);
            assertThat(report.written()).isEqualTo(100);
            assertThat(table.journal.get(report.change()).outcome().state()).isEqualTo(OutcomeState.CANCELLED);
            assertThat(table.undo(report.change())).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aKeyAttributeIsNotChangedInBulk(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            BulkChange key = new BulkChange.RemoveAttribute("sk");
            assertThatThrownBy(() -> table.bulk.run(table.name, "items update", key, ItemSource.of(List.of()), 0, Progress.NONE))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("sk");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void itemsArePutOverOthersAndRestored(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(3);
            Map<String, Item> before = table.items();
            List<Item> items = List.of(there.get(0).with("text", "put"), EditTable.item(9, "new"));
            ItemPutter.PutReport put = table.putter.put(table.name, "items put", items, false, Progress.NONE);
            assertThat(put.edits().complete()).isTrue();
            assertThat(put.replaced()).isEqualTo(1);
            assertThat(table.items().get("0000").string("text")).isEqualTo("put");
            assertThat(table.undo(put.edits().change())).isEqualTo(2);
            assertThat(table.items()).isEqualTo(before);

            ItemPutter.PutReport absent = table.putter.put(table.name, "items put", items, true, Progress.NONE);
            assertThat(absent.edits().conflicts()).isEqualTo(1);
            assertThat(table.items().get("0000").string("text")).isEqualTo("text 0");
            assertThat(table.items()).containsKey("0009");
        }
    }
}
