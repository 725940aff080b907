package dev.switchboard.ui.items.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.explorer.edit.StagedEditsStore;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Staged edits over a restart of the window. */
@Timeout(60)
class StagedEditsKeeperTest {
    @TempDir
    private Path home;

    private List<Path> files() throws IOException {
        Path folder = home.resolve("staged");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private TestContext restarted(Environment environment) {
        return TestContext.of(home, environment, Map.of(Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString()));
    }

    @Test
    void whatWasStagedIsOfferedAtTheNextStartAndCommitted() throws Exception {
        EditFixture before = new EditFixture(home);
        List<Item> items = before.fill(3);
        Fx.onFx(() -> {
            ItemEditing editing = before.editing();
            editing.editCell(items.get(0), "text", "edited");
            editing.delete(List.of(items.get(1)));
            assertThat(editing.stagedProperty().get()).isEqualTo(2);
        });
        assertThat(files()).hasSize(1);

        TestContext later = restarted(Environment.DEV);
        Fx.onFx(() -> {
            ItemEditing editing = new ItemEditing(later.context());
            editing.use(before.table);
            assertThat(later.dialogs().asked).anyMatch(asked -> asked.startsWith("Restore 2 staged edits?"));
            assertThat(editing.stagedProperty().get()).isEqualTo(2);
            ItemEditing another = new ItemEditing(later.context());
            another.use(before.table);
            assertThat(another.stagedProperty().get()).as("offered once").isZero();
            editing.changes().commit();
            assertThat(editing.stagedProperty().get()).isZero();
        });
        assertThat(before.now(items.get(0)).string("text")).isEqualTo("edited");
        assertThat(before.now(items.get(1))).isNull();
        assertThat(files()).isEmpty();
        before.context.session().close();
        later.context().session().close();
    }

    @Test
    void whatIsDiscardedIsNotOffered() throws Exception {
        EditFixture fixture = new EditFixture(home);
        List<Item> items = fixture.fill(2);
        Fx.onFx(() -> {
            ItemEditing editing = fixture.editing();
            editing.editCell(items.get(0), "text", "edited");
            assertThat(editing.stagedProperty().get()).isEqualTo(1);
            editing.discardAll();
            assertThat(editing.stagedProperty().get()).isZero();
        });
        assertThat(files()).isEmpty();
        fixture.context.session().close();
    }

    @Test
    void whatIsLeftForLaterStaysAndAnotherTableIsNotAsked() throws Exception {
        EditFixture before = new EditFixture(home);
        List<Item> items = before.fill(1);
        Fx.onFx(() -> before.editing().editCell(items.getFirst(), "text", "edited"));
        TestContext later = restarted(Environment.DEV);
        later.dialogs().agrees = false;
        Fx.onFx(() -> {
            ItemEditing editing = new ItemEditing(later.context());
            editing.use("another-table");
            assertThat(later.dialogs().asked).isEmpty();
            editing.use(before.table);
            assertThat(later.dialogs().asked).hasSize(1);
            assertThat(editing.stagedProperty().get()).isZero();
        });
        assertThat(files()).hasSize(1);
        before.context.session().close();
        later.context().session().close();
    }

    @Test
    void everyKindOfEditIsReadAsItWasSaved() throws Exception {
        StagedEditsStore store = new StagedEditsStore(new Home(home), Environment.DEV);
        Item rich = Item.ofJson(EditFixture.RICH);
        List<ItemEdit> edits = List.of(ItemEdit.create(rich), ItemEdit.delete(rich.with("sk", "2")),
                new ItemEdit(rich.with("sk", "3"), rich.with("sk", "4")));
        Path file = store.newFile("orders");
        store.save(file, edits);
        assertThat(store.abandoned("orders")).as("its own").isEmpty();
        StagedEditsStore next = new StagedEditsStore(new Home(home), Environment.DEV);
        assertThat(next.abandoned("orders")).singleElement().satisfies(left -> assertThat(left.edits()).isEqualTo(edits));
        assertThat(next.abandoned("orders")).as("offered once").isEmpty();
        assertThat(new StagedEditsStore(new Home(home), Environment.PRD).abandoned("orders")).isEmpty();
        Files.writeString(file.resolveSibling("1-1-1-1.jsonl"), "{damaged");
        assertThat(new StagedEditsStore(new Home(home), Environment.DEV).abandoned("orders")).isNotNull();
        store.save(file, List.of());
        assertThat(file).doesNotExist();
    }

    @Test
    void theFileOfAProcessThatRunsIsNotOffered() throws Exception {
        StagedEditsStore store = new StagedEditsStore(new Home(home), Environment.DEV);
        Path file = store.newFile("orders");
        store.save(file, List.of(ItemEdit.create(Item.ofJson(EditFixture.RICH))));
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        String alive = parent.pid() + "-" + parent.info().startInstant().orElseThrow().toEpochMilli() + "-1-1.jsonl";
        Files.move(file, file.resolveSibling(alive));
        assertThat(new StagedEditsStore(new Home(home), Environment.DEV).abandoned("orders")).isEmpty();
        Files.move(file.resolveSibling(alive), file.resolveSibling(parent.pid() + "-1-1-1.jsonl"));
        assertThat(new StagedEditsStore(new Home(home), Environment.DEV).abandoned("orders")).hasSize(1);
    }
}
