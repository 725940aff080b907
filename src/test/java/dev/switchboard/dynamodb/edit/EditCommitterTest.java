package dev.switchboard.dynamodb.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.item.ConditionalWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.OutcomeState;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditCommitterTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";

    private static final KeySchema KEYS = new KeySchema(List.of("pk", "sk"));

    private static List<ItemEdit> mixed(List<Item> there) {
        return List.of(
                ItemEdit.create(EditTable.item(100, "new")),
                new ItemEdit(there.get(0), there.get(0).with("text", "changed")),
                ItemEdit.delete(there.get(1)),
                new ItemEdit(there.get(2), there.get(2).with("sk", "0200")));
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void everyKindIsCommittedInOneTransactionAndUndone(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(4);
            Map<String, Item> before = table.items();
            EditReport report = table.committer.commit(table.name, "items commit", mixed(there), true, Progress.NONE);
            assertThat(report.complete()).isTrue();
            Map<String, Item> after = table.items();
            assertThat(after.keySet()).containsExactly("0000", "0003", "0100", "0200");
            assertThat(after.get("0000").string("text")).isEqualTo("changed");
            assertThat(table.journal.get(report.change()).outcome().state()).isEqualTo(OutcomeState.DONE);
            assertThat(table.undo(report.change())).isEqualTo(5);
            assertThat(table.items()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void everyKindIsCommittedOneByOneAndUndone(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(4);
            Map<String, Item> before = table.items();
            EditReport report = table.committer.commit(table.name, "items commit", mixed(there), false, Progress.NONE);
            assertThat(report.results()).allMatch(EditResult.Written.class::isInstance);
            assertThat(table.items().keySet()).containsExactly("0000", "0003", "0100", "0200");
            assertThat(table.undo(report.change())).isEqualTo(5);
            assertThat(table.items()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void staleItemsAreReportedWithBothVersions(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(4);
            Item theirs = there.get(0).with("text", "theirs");
            table.put(theirs);
            table.delete(there.get(1));
            // A further attribute, which no condition on the attributes that were read can see.
            table.put(there.get(3).with("more", "theirs"));
            List<ItemEdit> edits = new ArrayList<>(mixed(there));
            edits.add(new ItemEdit(there.get(3), there.get(3).with("text", "mine")));

            EditReport together = table.committer.commit(table.name, "items commit", edits, true, Progress.NONE);
            assertThat(together.written()).isZero();
            assertThat(together.results().get(1)).isEqualTo(new EditResult.Conflict(theirs));
            assertThat(together.results().get(0)).isInstanceOf(EditResult.NotSent.class);
            assertThat(table.items()).doesNotContainKey("0100");
            assertThat(table.journal.get(together.change()).outcome().state()).isEqualTo(OutcomeState.FAILED);

            EditReport each = table.committer.commit(table.name, "items commit", edits, false, Progress.NONE);
            assertThat(each.results().get(0)).isInstanceOf(EditResult.Written.class);
            assertThat(each.results().get(1)).isEqualTo(new EditResult.Conflict(theirs));
            // The item that was to be deleted is gone already, which is what was asked for.
            assertThat(each.results().get(2)).isInstanceOf(EditResult.Written.class);
            assertThat(each.results().get(3)).isInstanceOf(EditResult.Written.class);
            assertThat(each.results().get(4)).isInstanceOf(EditResult.Conflict.class);
            assertThat(each.summary()).isEqualTo("3 of 5 edits written, 2 in conflict.");
            assertThat(table.items().get("0003").string("text")).isEqualTo("text 3");
            assertThat(table.items().get("0003").string("more")).isEqualTo("theirs");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void whatAnotherAddsBetweenTheReadAndTheWriteIsKept(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            Item read = Item.ofJson("""
                    {"pk":{"S":"p"},"sk":{"S":"1"},"status":{"S":"a"},"n":{"N":"1.0"},"gone":{"BOOL":true},
                     "m":{"M":{"ss":{"SS":["b","a"]}}},"l":{"L":[{"NULL":true}]},"e":{"S":""},"b":{"B":"AP8="}}""");
            table.put(read);
            Item edited = Item.ofJson("""
                    {"pk":{"S":"p"},"sk":{"S":"1"},"status":{"S":"b"},"n":{"N":"1.0"},"name":{"S":"new"},
                     "m":{"M":{"ss":{"SS":["b","a"]}}},"l":{"L":[]},"e":{"S":""},"b":{"B":"AP8="}}""");
            for (boolean together : new boolean[] {false, true}) {
                table.put(read);
                Write write = new ItemEdit(read, edited).writes(KEYS).getFirst();
                table.put(read.with("more", "theirs"));
                WritePermit permit = new ItemStore(table.clients).begin(table.name, Intent.of("test", "A test.", UndoKind.ROWS));
                if (together) {
                    new ItemStore(table.clients).transactRecorded(table.name, List.of(write), "token-" + table.name, permit);
                } else {
                    assertThat(new ConditionalWriter(table.clients.dynamoDb(), table.name, KEYS, permit).write(write)).isTrue();
                }
                permit.done("Done.");
                assertThat(ItemValues.same(table.items().get("1"), edited.with("more", "theirs"))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void oneThatIsRejectedDoesNotStopTheOthers(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(3);
            // The type of an index key, which only DynamoDB checks here.
            Item wrong = Item.ofJson("{\"pk\":{\"S\":\"p1\"},\"sk\":{\"S\":\"0001\"},\"message_group_uuid\":{\"N\":\"1\"}}");
            EditReport report = table.committer.commit(
                    table.name,
                    "items commit",
                    List.of(new ItemEdit(there.get(1), wrong), new ItemEdit(there.get(0), there.get(0).with("text", "changed"))),
                    false,
                    Progress.NONE);
            assertThat(report.results().get(0)).isInstanceOf(EditResult.Rejected.class);
            assertThat(report.results().get(1)).isInstanceOf(EditResult.Written.class);
            assertThat(table.journal.get(report.change()).outcome().state()).isEqualTo(OutcomeState.PARTLY);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aCommitThatIsRepeatedWritesNothingTwice(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<ItemEdit> edits = mixed(table.fill(4));
            table.committer.commit(table.name, "items commit", edits, true, Progress.NONE);
            Map<String, Item> after = table.items();
            assertThat(table.committer.commit(table.name, "items commit", edits, true, Progress.NONE).complete()).isTrue();
            assertThat(table.committer.commit(table.name, "items commit", edits, false, Progress.NONE).complete()).isTrue();
            assertThat(table.items()).isEqualTo(after);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void moreThanATransactionHoldsIsWrittenOneByOne(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<ItemEdit> edits = IntStream.range(0, 250).mapToObj(i -> ItemEdit.create(EditTable.item(i, "n"))).toList();
            assertThatThrownBy(() -> table.committer.commit(table.name, "items commit", edits, true, Progress.NONE))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(table.items()).isEmpty();
            EditReport report = table.committer.commit(table.name, "items commit", edits, false, Progress.NONE);
            assertThat(report.written()).isEqualTo(250);
            assertThat(table.items()).hasSize(250);
            assertThat(table.undo(report.change())).isEqualTo(250);
            assertThat(table.items()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void twoEditsOfOneItemAreRefused(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<Item> there = table.fill(2);
            List<ItemEdit> edits = List.of(
                    ItemEdit.delete(there.get(0)), new ItemEdit(there.get(1), there.get(1).with("pk", "p0").with("sk", "0000")));
            assertThatThrownBy(() -> table.committer.commit(table.name, "items commit", edits, false, Progress.NONE))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("0000");
            assertThat(table.items()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aCanceledCommitSaysWhatItWrote(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            RecordedProgress progress = new RecordedProgress(done -> done >= 100);
            List<ItemEdit> edits = IntStream.range(0, 250).mapToObj(i -> ItemEdit.create(EditTable.item(i, "n"))).toList();
            EditReport report = table.committer.commit(table.name, "items commit", edits, false, progress);
            assertThat(report.canceled()).isTrue();
            assertThat(report.failure()).isInstanceOf(OperationCancelledException.class);
            assertThat(report.written()).isEqualTo(100).isEqualTo(table.items().size());
            assertThat(report.results()).hasSize(250);
            assertThat(table.journal.get(report.change()).outcome().state()).isEqualTo(OutcomeState.CANCELLED);
            assertThat(table.undo(report.change())).isEqualTo(100);
        }
    }
}
