package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal of a restore holds the keys and digests of its items, and an undo deletes those items that still match. */
class RestoreUndoTest {
    @TempDir
    Path home;

    @AutoClose private SessionFixture fixture;

    private ChangeHistory changes;
    private Set<Item> before;
    private Entry restore;

    @BeforeEach
    void restore() {
        fixture = new SessionFixture(home, TestEngines.dynamoDb()).withUsers().withTable(false);
        changes = fixture.session.changes();
        fixture.session.seeder().run(fixture.plan(20), Progress.NONE);
        Item numbers = Item.ofJson("{\"pk\":{\"S\":\"N\"},\"sk\":{\"S\":\"1\"},\"n\":{\"N\":\"10.50\"},\"s\":{\"NS\":[\"2.0\",\"100\"]}}");
        fixture.session.items().transact(fixture.table, List.of(new Write.Put(numbers, true)), UUID.randomUUID().toString());
        before = rows();
        Path backup = fixture.session.tableDropper().drop(fixture.table, fixture.table, true, Progress.NONE).backup();
        fixture.session.backups().restore(backup, null, Progress.NONE);
        restore = fixture.last();
    }

    private Set<Item> rows() {
        return new HashSet<>(fixture.all());
    }

    @Test
    void theJournalHoldsDigestsInsteadOfTheItems() {
        assertThat(changes.rows(restore.id(), 50).first()).hasSize(23).allSatisfy(row -> {
            assertThat(row.digest()).matches("[0-9a-f]{32}");
            assertThat(row).extracting(Change::before, Change::after).containsExactly(null, null);
        });
        assertThat(changes.compare(restore, Progress.NONE)).isEqualTo(new ComparisonResult(23, 23, 0, 0));
    }

    @Test
    void anItemThatChangedSinceIsKeptAndTheOthersComeBackWithAnotherUndo() {
        Item message = before.stream().filter(item -> "line 7".equals(item.string("message"))).findFirst().orElseThrow();
        Item edited = message.with("message", "edited");
        fixture.session.items().transact(fixture.table, List.of(new Write.Replace(edited, message)), UUID.randomUUID().toString());
        assertThat(changes.compare(restore, Progress.NONE)).isEqualTo(new ComparisonResult(23, 22, 0, 1));

        UndoResult undone = changes.undo(restore.id(), Progress.NONE);
        assertThat(undone).extracting(UndoResult::restored, UndoResult::skipped).containsExactly(22L, 1L);
        assertThat(rows()).containsExactly(edited);
        assertThat(changes.compare(restore, Progress.NONE)).isEqualTo(new ComparisonResult(23, 0, 22, 1));

        assertThat(changes.undo(undone.id(), Progress.NONE).restored()).isEqualTo(22);
        Set<Item> again = new HashSet<>(before);
        again.remove(message);
        again.add(edited);
        assertThat(rows()).isEqualTo(again);
    }
}
