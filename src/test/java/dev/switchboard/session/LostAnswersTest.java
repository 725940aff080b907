package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conditional write is done and its answer is lost: the second attempt fails its condition, and the item still counts as written. */
class LostAnswersTest {
    @TempDir
    Path home;

    @AutoClose private InterceptingProxy proxy;
    @AutoClose private SessionFixture fixture;

    @BeforeEach
    void open() {
        proxy = new InterceptingProxy(TestEngines.dynamoDb());
        fixture = new SessionFixture(home, proxy.uri()).withUsers().withTable(false);
    }

    private UndoResult undo(Entry entry) {
        return fixture.session.changes().undo(entry.id(), Progress.NONE);
    }

    private Entry seed(int messages) {
        fixture.session.seeder().run(fixture.plan(messages), Progress.NONE);
        return fixture.last();
    }

    private long sent(String operation) {
        return Collections.frequency(proxy.arrived(), operation);
    }

    @Test
    void aDeletionWhoseAnswerIsLostIsCounted() {
        Entry seed = seed(3);
        proxy.loseAnswer("DeleteItem");
        UndoResult undone = undo(seed);
        assertThat(sent("DeleteItem")).as("one was sent twice").isEqualTo(6);
        assertThat(fixture.all()).isEmpty();
        assertThat(undone).extracting(UndoResult::restored, UndoResult::skipped).containsExactly(5L, 0L);
    }

    @Test
    void anItemThatIsPutBackIsCountedThoughItsAnswerIsLost() {
        undo(seed(3));
        Entry undoing = fixture.last();
        proxy.loseAnswer("PutItem");
        UndoResult redone = undo(undoing);
        assertThat(sent("PutItem")).isEqualTo(6);
        assertThat(fixture.all()).hasSize(5);
        assertThat(redone).extracting(UndoResult::restored, UndoResult::skipped).containsExactly(5L, 0L);
    }

    @Test
    void anItemThatAnotherClientChangedBetweenTheAttemptsIsStillLeftAlone() {
        Entry seed = seed(3);
        Set<Item> before = new HashSet<>(fixture.all());
        Item theirs = before.stream().filter(item -> "line 1".equals(item.string("message"))).findFirst().orElseThrow();
        // The condition fails at the first attempt: nothing was lost, and nothing of ours was written.
        proxy.watch((operation, body) -> {
            if (operation.equals("DeleteItem") && body.contains("line 1")) {
                TestEngines.dynamoDbClient().deleteItem(b -> b.tableName(fixture.table)
                        .key(java.util.Map.of("pk", theirs.attributes().get("pk"), "sk", theirs.attributes().get("sk"))));
            }
        });
        UndoResult undone = undo(seed);
        assertThat(undone).extracting(UndoResult::restored, UndoResult::skipped).containsExactly(4L, 1L);
    }
}
