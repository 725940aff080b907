package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.session.DataChange;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableActionsTest {
    private static final TableDefinition MESSAGES = MessagesTablePreset.of("cruddur-messages", false, false, false);
    private TestContext test;
    private TablesViewModel tables;
    private BackupsViewModel backups;
    private TableActions actions;
    @TempDir
    Path home;

    @BeforeEach
    void open() {
        DynamoDbCleaner.now();
        with(Environment.DEV);
    }

    private void with(Environment environment) {
        test = TablesFixture.context(home, environment);
        tables = new TablesViewModel(test.context());
        backups = new BackupsViewModel(test.context());
        actions = new TableActions(test.context(), tables, backups);
    }

    private TableDetails one() {
        tables.refresh();
        return tables.tables().getFirst();
    }

    @Test
    void createWaitsUntilActiveAndSelectsTable() {
        actions.create(MESSAGES);
        TableDetails made = tables.selectedProperty().get();
        assertThat(made.name()).isEqualTo("cruddur-messages");
        assertThat(made.isActive()).isTrue();
        assertThat(test.notices().said).singleElement().asString().contains("cruddur-messages");
        assertThat(actions.runningProperty().get()).isZero();
    }

    @Test
    void createOfExistingTableReportsDifferences() {
        TablesFixture.make(test, MESSAGES);
        actions.create(MessagesTablePreset.of("cruddur-messages", true, false, false));
        assertThat(test.dialogs().errors).singleElement()
                .satisfies(error -> assertThat(error.sentence()).contains("message-group-sk-index"));
    }

    @Test
    void dropWritesBackupAndOffersRestore() {
        TablesFixture.make(test, MESSAGES);
        TablesFixture.fill("cruddur-messages", 7);
        actions.drop(one());
        assertThat(test.dialogs().asked).singleElement().asString().contains("cruddur-messages")
                .contains(home.resolve("backups").toString());
        assertThat(tables.tables()).isEmpty();
        List<BackupFile> files = backups.backups();
        assertThat(files).singleElement().satisfies(file -> assertThat(file.items()).isEqualTo(7));
        assertThat(test.notices().said).singleElement().asString().contains("[Restore…]");

        List<Path> asked = new ArrayList<>();
        actions.onRestore(asked::add);
        test.notices().offered.run();
        assertThat(asked).as("the question of the card is asked").containsExactly(files.getFirst().file());
        assertThat(tables.tables()).as("nothing is restored before it is answered").isEmpty();
    }

    @Test
    void droppedNoticeIsWithdrawnWhenTheTableIsThereAgain() {
        TablesFixture.make(test, MESSAGES);
        actions.drop(one());
        Predicate<DataChange> withdrawal = test.notices().withdrawal;
        List<DataChange> told = new ArrayList<>();
        try (var _ = test.context().session().published().subscribe(told::add)) {
            actions.restore(backups.backups().getFirst().file(), "cruddur-copy");
            assertThat(told).noneMatch(withdrawal);
            actions.restore(backups.backups().getFirst().file(), "cruddur-messages");
            assertThat(told).anyMatch(withdrawal);
        }
    }

    @Test
    void failedActionStaysOnTheScreenUntilTheNextOne() {
        TablesFixture.make(test, MESSAGES);
        test.dialogs().types = "cruddur-message";
        actions.drop(one());
        assertThat(actions.answerProperty().get().sentence()).isEqualTo(test.dialogs().errors.getFirst().sentence());
        actions.toggleProtection(one());
        assertThat(actions.answerProperty().get()).isNull();
    }

    @Test
    void dropRequiresExactName() {
        TablesFixture.make(test, MESSAGES);
        test.dialogs().types = "cruddur-message";
        actions.drop(one());
        assertThat(test.dialogs().errors).hasSize(1);
        assertThat(tables.tables()).hasSize(1);
        test.dialogs().agrees = false;
        actions.drop(one());
        assertThat(tables.tables()).hasSize(1);
    }

    private void makeProtected() {
        TableDefinition plain = MESSAGES;
        TablesFixture.make(test, new TableDefinition(
                plain.name(), plain.keys(), plain.indexes(), plain.billing(), 5, 5, null, true, plain.tags()));
    }

    @Test
    void protectedTableIsNotDroppedAndItsProtectionIsTurnedOffAfterAnotherQuestion() {
        makeProtected();
        actions.drop(one());
        assertThat(test.dialogs().asked).hasSize(2);
        assertThat(test.dialogs().asked.getFirst()).contains("Deletion protection is on", "Turn off protection…");
        assertThat(test.dialogs().asked.getLast()).startsWith("Turn off deletion protection of cruddur-messages?");
        assertThat(one().deletionProtection()).isFalse();
        assertThat(test.notices().said).singleElement().asString().contains("protection is off");
        test.dialogs().agrees = false;
        actions.drop(one());
        assertThat(tables.tables()).hasSize(1);
    }

    @Test
    void protectionStaysWhereTheQuestionIsNotConfirmedOrPrdIsLocked() {
        makeProtected();
        test.dialogs().agrees = false;
        actions.drop(one());
        assertThat(test.dialogs().asked).hasSize(1);
        assertThat(one().deletionProtection()).isTrue();
        with(Environment.PRD);
        actions.drop(one());
        assertThat(test.dialogs().asked).singleElement().asString().doesNotContain("Turn off protection…");
        test.context().session().lock().unlock("prd");
        test.dialogs().types = "another";
        actions.drop(one());
        assertThat(test.dialogs().asked.getLast()).as("prd asks for the name").endsWith(
                "cruddur-messages\nTurn off protection of cruddur-messages");
        assertThat(one().deletionProtection()).isTrue();
    }

    @Test
    void protectionIsToggled() {
        TablesFixture.make(test, MESSAGES);
        actions.toggleProtection(one());
        assertThat(one().deletionProtection()).isTrue();
        assertThat(test.notices().said).singleElement().asString().contains("protection is on");
        actions.toggleProtection(one());
        assertThat(one().deletionProtection()).isFalse();
        assertThat(test.dialogs().asked).as("dev asks for no name").isEmpty();
    }

    @Test
    void backupCanBeRestoredUnderAnotherName() {
        TablesFixture.make(test, MESSAGES);
        TablesFixture.fill("cruddur-messages", 3);
        actions.backUp(one());
        BackupFile file = backups.backups().getFirst();
        actions.restore(file.file(), "cruddur-copy");
        assertThat(tables.tables()).extracting(TableDetails::name).containsExactly("cruddur-copy", "cruddur-messages");
        assertThat(tables.selectedProperty().get().name()).isEqualTo("cruddur-copy");
        assertThat(TablesFixture.count("cruddur-copy")).isEqualTo(3);
    }

    @Test
    void restoreIntoNonEmptyTableIsRejected() {
        TablesFixture.make(test, MESSAGES);
        TablesFixture.fill("cruddur-messages", 3);
        actions.backUp(one());
        TablesFixture.fill("cruddur-messages", 4);
        actions.restore(backups.backups().getFirst().file(), "cruddur-messages");
        assertThat(test.dialogs().errors).singleElement().satisfies(error -> assertThat(error.sentence()).contains("cruddur-messages"));
        assertThat(TablesFixture.count("cruddur-messages")).isEqualTo(4);
    }

    @Test
    void prdShowsCostOfBackupDropAndRestoreFirst() {
        TablesFixture.make(test, MESSAGES);
        TablesFixture.fill("cruddur-messages", 2);
        with(Environment.PRD);
        test.context().session().lock().unlock("prd");
        actions.backUp(one());
        assertThat(test.dialogs().asked).singleElement().asString().contains("RCU/s");
        actions.drop(one());
        assertThat(test.dialogs().asked).hasSize(2).last().asString().contains("at 2.5 RCU/s", "no stream", "Auto scaling");
        actions.restore(backups.backups().getFirst().file(), "cruddur-messages");
        assertThat(test.dialogs().asked).hasSize(3).last().asString().contains("2 WCU", "at 2.5 WCU/s");
        assertThat(test.dialogs().errors).isEmpty();
        assertThat(TablesFixture.count("cruddur-messages")).isEqualTo(2);
        test.dialogs().agrees = false;
        actions.backUp(one());
        assertThat(backups.backups()).as("not confirmed").hasSize(2);
    }

    @Test
    void lockedPrdRejectsBelowTheUi() {
        TablesFixture.make(test, MESSAGES);
        with(Environment.PRD);
        actions.drop(one());
        actions.create(MessagesTablePreset.of("another-table", false, false, false));
        assertThat(test.dialogs().errors).hasSize(2).allSatisfy(error -> assertThat(error.sentence()).contains("locked"));
        assertThat(tables.tables()).extracting(TableDetails::name).containsExactly("cruddur-messages");
    }
}
