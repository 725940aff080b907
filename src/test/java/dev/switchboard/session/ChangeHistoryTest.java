package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.MessageSendResult;
import dev.switchboard.conversations.Participant;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.OutcomeState;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.users.UserComparison;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every write leaves its trace with the rows before and after, and can be taken back where nobody has changed them since. */
class ChangeHistoryTest {
    @TempDir
    Path home;

    @AutoClose private SessionFixture fixture;

    private ChangeHistory changes;

    @BeforeEach
    void open() {
        fixture = new SessionFixture(home, TestEngines.dynamoDb()).withUsers().withTable(false);
        changes = fixture.session.changes();
    }

    private String start() {
        ConversationStartResult started = fixture.session.sending().start(fixture.person("ada"), fixture.person("bruno"), "hello");
        return ((ConversationStartResult.New) started).groupUuid();
    }

    private UndoResult undo(Entry entry) {
        return changes.undo(entry.id(), Progress.NONE);
    }

    private Set<Item> rows() {
        return new HashSet<>(fixture.all());
    }

    @Test
    void aMessageIsUndoneAndItsUndoingToo() {
        String group = start();
        Set<Item> before = rows();
        MessageSendResult sent = fixture.session.sending().send(group, fixture.person("bruno"), "a secret ’ 😀");
        Set<Item> after = rows();
        Entry entry = fixture.last();
        assertThat(entry.intent().operation()).isEqualTo("conversations send");
        assertThat(entry.intent().what()).isEqualTo("Sending a message as @bruno to conversation " + group + ".");
        assertThat(entry.outcome().state()).isEqualTo(OutcomeState.DONE);
        assertThat(entry.outcome().sentence()).contains(sent.message().createdAt().text());
        assertThat(entry.where().target()).isEqualTo(fixture.table);
        assertThat(entry.who().user()).isEqualTo(System.getProperty("user.name"));
        assertThat(changes.rows(entry.id(), 10).total()).as("message, and each participant's row old and new").isEqualTo(5);
        assertThat(changes.compare(entry, Progress.NONE)).isEqualTo(new ComparisonResult(5, 5, 0, 0));

        UndoResult undone = undo(entry);
        assertThat(undone.summary()).isEqualTo("5 items were restored.");
        assertThat(rows()).isEqualTo(before);
        assertThat(changes.get(entry.id()).undoneBy()).isEqualTo(undone.id());
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> undo(entry))
                .withMessageContaining("already undone by change " + undone.id());

        Entry undoing = fixture.last();
        assertThat(undoing.intent().undoes()).isEqualTo(entry.id());
        undo(undoing);
        assertThat(rows()).isEqualTo(after);
    }

    @Test
    void aConversationThatWasStartedIsUndone() {
        start();
        assertThat(rows()).hasSize(3);
        undo(fixture.last());
        assertThat(rows()).isEmpty();
    }

    @Test
    void aMessageAfterWhichSomebodySentAnotherStaysAndSoDoesEverything() {
        String group = start();
        fixture.session.sending().send(group, fixture.person("bruno"), "first");
        Entry first = fixture.last();
        fixture.session.sending().send(group, fixture.person("ada"), "second");
        Set<Item> before = rows();
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> undo(first))
                .withMessageContaining("2 of 5 items have changed since. Nothing was undone");
        assertThat(rows()).isEqualTo(before);
        undo(fixture.last());
        assertThat(undo(first).restored()).as("the later one first").isEqualTo(5);
    }

    @Test
    void aSecondSeedThatReplacedMessagesSentSinceIsUndoneWhole() {
        SeedPlan plan = fixture.plan(300);
        fixture.session.seeder().run(plan, Progress.NONE);
        fixture.session.sending().send(plan.groupUuid(), fixture.person("ada"), "said since then");
        Set<Item> before = rows();
        fixture.session.seeder().run(fixture.plan(40), Progress.NONE);
        Entry seed = fixture.last();
        assertThat(seed.intent().undo()).isEqualTo(UndoKind.ROWS);
        assertThat(rows()).hasSize(42);
        RecordedProgress progress = new RecordedProgress();
        UndoResult undone = changes.undo(seed.id(), progress);
        assertThat(rows()).isEqualTo(before);
        assertThat(undone.skipped()).isZero();
        assertThat(progress.done()).isEqualTo(progress.total()).isGreaterThan(300);
        undo(fixture.last());
        assertThat(rows()).as("and back").hasSize(42);
    }

    @Test
    void rowsOfASeedThatSomebodyChangedSinceAreLeftAloneAndCounted() {
        SeedPlan plan = fixture.plan(30);
        fixture.session.seeder().run(plan, Progress.NONE);
        Entry seed = fixture.last();
        Item message = fixture.all().stream().filter(item -> "line 7".equals(item.string("message"))).findFirst().orElseThrow();
        fixture.session.items().transact(
                fixture.table, List.of(new Write.Put(message.with("message", "edited"), false)), UUID.randomUUID().toString());
        assertThat(changes.compare(seed, Progress.NONE)).isEqualTo(new ComparisonResult(32, 31, 0, 1));
        assertThat(changes.compare(seed, Progress.NONE).summary()).contains("31 of 32 items were written")
                .contains("1 of 32 items was changed");
        assertThat(undo(seed).summary()).isEqualTo("31 items were restored, 1 was skipped because it changed since.");
        assertThat(fixture.all()).singleElement().satisfies(item -> assertThat(item.string("message")).isEqualTo("edited"));
        assertThatThrownBy(() -> undo(seed)).isInstanceOf(OperationFailedException.class);
    }

    @Test
    void aCancelledUndoSaysWhatItPutBackAndTheNextOneGoesOn() {
        fixture.session.seeder().run(fixture.plan(500), Progress.NONE);
        Entry seed = fixture.last();
        RecordedProgress progress = new RecordedProgress(done -> done >= 200);
        assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(() -> changes.undo(seed.id(), progress))
                .satisfies(cancelled -> {
                    int gone = 502 - rows().size();
                    assertThat(gone).isBetween(100, 400);
                    assertThat(cancelled.sentence()).contains(gone + " items restored, 0 skipped");
                });
        assertThat(fixture.last().outcome().state()).isEqualTo(OutcomeState.CANCELLED);
        assertThat(changes.get(seed.id()).noUndoReason()).isNull();
        undo(seed);
        assertThat(rows()).isEmpty();
    }

    @Test
    void aSyncIsUndoneInOneTransactionOrNotAtAll() {
        UserComparison comparison = fixture.session.userSync().compare(Progress.NONE);
        fixture.session.userSync().apply(comparison, Progress.NONE);
        Entry sync = fixture.last();
        assertThat(sync.intent().operation()).isEqualTo("users sync");
        assertThat(sync.who().role()).isNotNull();
        assertThat(changes.rows(sync.id(), 5).first()).singleElement().satisfies(row -> {
            assertThat(row.key()).contains("\"handle\":\"ada\"");
            assertThat(row.before()).contains("MOCK");
            assertThat(row.after()).contains("sub-ada");
        });
        assertThat(changes.compare(sync, Progress.NONE).summary()).startsWith("Unchanged since: ");
        undo(sync);
        assertThat(fixture.session.users().byHandle("ada").orElseThrow().cognitoSub()).isEqualTo("MOCK");
        undo(fixture.last());
        assertThat(fixture.session.users().byHandle("ada").orElseThrow().cognitoSub()).isEqualTo("sub-ada");
        fixture.session.sqlRunner().run("UPDATE users SET cognito_user_id = 'other' WHERE handle = 'ada'", Progress.NONE);
        Entry redone = changes.list(2).entries().getLast();
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> undo(redone))
                .withMessageContaining("1 of 1 users changed since the sync");
    }

    @Test
    void aRestoreIsUndoneAndADropSaysWhichBackupBringsTheTableBack() {
        fixture.session.seeder().run(fixture.plan(20), Progress.NONE);
        Path backup = fixture.session.tableDropper().drop(fixture.table, fixture.table, true, Progress.NONE).backup();
        Entry drop = fixture.last();
        assertThat(drop.noUndoReason()).contains("restore its backup").contains(String.valueOf(backup));
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> undo(drop)).withMessageContaining("cannot be undone");
        fixture.session.backups().restore(backup, null, Progress.NONE);
        Entry restore = fixture.last();
        assertThat(restore.intent().operation()).isEqualTo("tables restore");
        assertThat(undo(restore).restored()).isEqualTo(22);
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatCannotBeUndoneIsNotedWithTheReason() {
        fixture.session.sqlRunner().run("SELECT 1", Progress.NONE);
        assertThat(fixture.last().intent().operation()).as("no text tells whether it writes").isEqualTo("db run");
        fixture.session.sqlRunner().run("CREATE ROLE journal_test PASSWORD 'hunter2'; DROP ROLE journal_test", Progress.NONE);
        assertThat(fixture.last().intent().what())
                .isEqualTo("Running SQL: CREATE ROLE journal_test PASSWORD '***'; DROP ROLE journal_test");
        fixture.session.sqlRunner().run("CREATE SEQUENCE s", Progress.NONE);
        fixture.session.sqlRunner().run("SELECT nextval('s')", Progress.NONE);
        Entry written = fixture.last();
        assertThat(written.intent().what()).as("a query that writes").isEqualTo("Running SQL: SELECT nextval('s')");
        assertThat(written.noUndoReason()).contains("Write statements that reverse them");
        assertThat(changes.list(50).entries()).extracting(entry -> entry.intent().operation())
                .contains("db load-schema", "db seed", "tables create", "db run");
    }

    @Test
    void aLockedPrdUndoesNothingAndHasAJournalOfItsOwn() {
        start();
        try (Session prd = fixture.open(Environment.PRD)) {
            assertThat(prd.changes().list(10).entries()).isEmpty();
            assertThatThrownBy(() -> prd.changes().undo(fixture.last().id(), Progress.NONE)).isInstanceOf(OperationRefusedException.class);
        }
    }

    @Test
    void anotherTableOfTheSameNameIsLeftAlone() {
        Participant ada = fixture.person("ada");
        assertThat(ada.handle()).isEqualTo("ada");
        start();
        Entry entry = fixture.last();
        fixture.session.tableDropper().drop(fixture.table, fixture.table, true, Progress.NONE);
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> undo(entry)).withMessageContaining("was not found");
    }

    @Test
    void aStreamIsSpokenOfBeforeItsTableIsUndone() {
        start();
        assertThat(changes.warning(fixture.last())).isNull();
        try (SessionFixture streaming = new SessionFixture(home.resolve("stream"), TestEngines.dynamoDb()).withUsers().withTable(true)) {
            streaming.session.sending().start(streaming.person("ada"), streaming.person("bruno"), "hello");
            assertThat(streaming.session.changes().warning(streaming.last())).contains("has a stream");
        }
    }
}
