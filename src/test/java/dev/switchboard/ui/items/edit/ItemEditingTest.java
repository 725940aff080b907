package dev.switchboard.ui.items.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.edit.ItemSource;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.explorer.edit.StagedKind;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.testing.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staging, committing and undoing on a real engine, with dialogs that the test answers. */
class ItemEditingTest {
    @TempDir
    Path home;

    private EditFixture fixture;
    private ItemEditing editing;
    private StagedChangesViewModel model;

    @BeforeAll
    static void start() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        fixture = new EditFixture(home);
        editing = Fx.onFx(fixture::editing);
    }

    /** The view model of the panel, as soon as something was staged. */
    private StagedChangesViewModel model() {
        if (model == null) {
            model = editing.changes();
        }
        return model;
    }

    private void fx(Runnable action) {
        Fx.onFx(action);
    }

    @Test
    void severalEditsAreCommittedTogetherAndUndone() {
        List<Item> items = fixture.fill(3);
        fx(() -> editing.editCell(items.get(0), "text", "changed"));
        fx(() -> editing.delete(List.of(items.get(1))));
        assertThat(editing.stagedProperty().get()).isEqualTo(2);
        assertThat(editing.unsaved()).isEqualTo("2 staged edits");
        assertThat(editing.staged(items.get(0)).kind()).isEqualTo(StagedKind.CHANGE);
        assertThat(editing.staged(items.get(1)).kind()).isEqualTo(StagedKind.DELETE);
        assertThat(editing.staged(items.get(2))).isNull();
        assertThat(model().costProperty().get()).isEqualTo("2 staged edits · about 4 WCU in one transaction, without indexes");
        assertThat(fixture.now(items.get(0)).string("text")).isEqualTo("t0");

        fx(model()::commit);
        assertThat(fixture.test.dialogs().errors).isEmpty();
        assertThat(fixture.now(items.get(0)).string("text")).isEqualTo("changed");
        assertThat(fixture.now(items.get(1))).isNull();
        assertThat(editing.stagedProperty().get()).isZero();
        assertThat(editing.unsaved()).isEmpty();
        assertThat(fixture.test.notices().said).containsExactly("2 of 2 edits written. [Undo]");

        fx(fixture.test.notices().offered);
        assertThat(fixture.now(items.get(0)).string("text")).isEqualTo("t0");
        assertThat(fixture.now(items.get(1))).isEqualTo(items.get(1));
    }

    @Test
    void anEditBackToWhatWasReadIsNoEdit() {
        Item item = fixture.fill(1).getFirst();
        fx(() -> editing.editCell(item, "text", "changed"));
        fx(() -> editing.editCell(item, "text", "t0"));
        assertThat(editing.stagedProperty().get()).isZero();
    }

    @Test
    void aStaleEditShowsBothVersionsAndIsDiscardedByTheOperator() {
        Item item = fixture.fill(1).getFirst();
        fx(() -> editing.editCell(item, "text", "mine"));
        fixture.put(item.with("text", "theirs"));
        fixture.test.dialogs().agrees = false;
        fx(model()::commit);
        assertThat(fixture.test.dialogs().asked.getLast()).contains("1 item was changed by others", "read: S t0", "yours: S mine",
                "now: S theirs");
        assertThat(editing.stagedProperty().get()).isEqualTo(1);
        assertThat(model().differences()).containsExactly(new DiffRow("text", "S t0", "S mine", "S theirs"));
        assertThat(fixture.now(item).string("text")).isEqualTo("theirs");
        assertThat(fixture.test.notices().said).isEmpty();
        fx(() -> model().discard(model().rows().getFirst()));
        assertThat(editing.stagedProperty().get()).isZero();
    }

    @Test
    void aStaleEditIsWrittenIfTheOperatorSaysSo() {
        Item item = fixture.fill(1).getFirst();
        fx(() -> editing.editCell(item, "text", "mine"));
        fixture.put(item.with("text", "theirs"));
        fx(model()::commit);
        assertThat(fixture.now(item).string("text")).isEqualTo("mine");
        fx(fixture.test.notices().offered);
        assertThat(fixture.now(item).string("text")).as("undo restores what the other wrote").isEqualTo("theirs");
    }

    @Test
    void whatWasShownIsExpectedEvenIfItIsOld() {
        Item item = fixture.fill(1).getFirst();
        fixture.put(item.with("text", "theirs"));
        fixture.test.dialogs().agrees = false;
        fx(() -> editing.delete(List.of(item)));
        fx(model()::commit);
        assertThat(fixture.now(item)).as("not deleted, because it is not what was shown").isNotNull();
        assertThat(model().rows().getFirst().conflict().now().string("text")).isEqualTo("theirs");
    }

    @Test
    void theSourceOfABulkDeletionIsDeletedAndUndone() {
        List<Item> items = fixture.fill(30);
        fx(() -> editing.bulkDelete(ItemSource.of(items), "all items of the query", 30));
        assertThat(fixture.test.dialogs().asked.getLast()).contains("all items of the query", "about 30 items", "undo");
        assertThat(items).allSatisfy(item -> assertThat(fixture.now(item)).isNull());
        assertThat(fixture.test.notices().said).containsExactly("30 of 30 items written. [Undo]");
        fx(fixture.test.notices().offered);
        assertThat(items).allSatisfy(item -> assertThat(fixture.now(item)).isEqualTo(item));
    }

    @Test
    void removingAnAttributeOfASelectionIsStaged() {
        List<Item> items = fixture.fill(3);
        fx(() -> editing.removeAttribute(items, "sk"));
        assertThat(fixture.test.dialogs().asked.getLast()).contains("key attribute");
        fx(() -> editing.removeAttribute(items, "text"));
        assertThat(editing.stagedProperty().get()).isEqualTo(3);
        fx(model()::commit);
        assertThat(fixture.now(items.get(2)).names()).containsExactlyInAnyOrder("pk", "sk");
    }

    @Test
    void theMenuFitsTheSelection() {
        List<Item> items = fixture.fill(3);
        List<Item> selected = new ArrayList<>();
        ItemEditMenu menu = Fx.onFx(() -> new ItemEditMenu(editing, () -> List.copyOf(selected)));
        assertThat(menu.items()).extracting(MenuItem::isDisable).containsExactly(false, true, true, true, true, true);
        selected.addAll(items);
        fx(menu::refresh);
        assertThat(menu.items()).extracting(MenuItem::isDisable).containsExactly(false, true, true, false, false, false);
        assertThat(menu.items().getLast().getText()).isEqualTo("Delete 3 items");
        fx(() -> menu.items().getLast().fire());
        assertThat(editing.stagedProperty().get()).isEqualTo(3);
    }

    @Test
    void aLockedEnvironmentWritesNothing() {
        EditFixture prd = new EditFixture(home.resolve("prd"), Environment.PRD);
        List<Item> items = prd.fill(3);
        ItemEditing locked = Fx.onFx(prd::editing);
        fx(() -> locked.editCell(items.get(0), "text", "changed"));
        fx(locked.changes()::commit);
        fx(() -> locked.bulkDelete(ItemSource.of(items), "all items", 3));
        assertThat(prd.test.dialogs().errors).hasSize(2).allSatisfy(error -> assertThat(error.sentence()).contains("locked"));
        assertThat(items).allSatisfy(item -> assertThat(prd.now(item)).isEqualTo(item));
        assertThat(locked.stagedProperty().get()).as("the edit stays staged").isEqualTo(1);
    }
}
