package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.Participant;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangePublisherTest {
    @TempDir
    Path home;
    @AutoClose private Backends backends;
    private Session session;
    private final List<DataChange> told = java.util.Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void listen() {
        backends = Backends.ready(home);
        session = backends.session();
        session.published().subscribe(told::add);
    }

    private ConversationStartResult.New start(Session in) {
        Participant ada = Participant.of(backends.user("ada"));
        Participant bruno = Participant.of(backends.user("bruno"));
        return (ConversationStartResult.New) in.sending().start(ada, bruno, "Hello");
    }

    @Test
    void everyWriteIsAnnouncedWithWhatItAltered() {
        ConversationStartResult.New started = start(session);
        assertThat(told).containsExactly(
                new DataChange.Conversations(started.change(), Set.of(started.groupUuid()),
                        Set.of(backends.user("ada").uuid(), backends.user("bruno").uuid())),
                new DataChange.History(started.change(), null));
        told.clear();
        String undo = session.changes().undo(started.change(), Progress.NONE).summary();
        assertThat(undo).isNotBlank();
        assertThat(told).first().isInstanceOf(DataChange.Conversations.class);
        assertThat(told).last().isInstanceOfSatisfying(DataChange.History.class,
                history -> assertThat(history.undoes()).isEqualTo(started.change()));
    }

    @Test
    void tablesDatabaseAndUsersAreToldApart() {
        String table = session.settings().messagesTable();
        session.tables().protect(table, true);
        assertThat(told).hasSize(2).first().isEqualTo(new DataChange.Tables(told.getFirst().change(), table));
        session.tables().protect(table, false);
        told.clear();
        session.tableDropper().drop(table, table, false, Progress.NONE);
        assertThat(told).extracting(Object::getClass).extracting(Class::getSimpleName).containsExactly("Tables", "Items", "History");
        told.clear();
        session.databaseSetup().seed(Progress.NONE);
        assertThat(told).extracting(Object::getClass).extracting(Class::getSimpleName).containsExactly("Users", "History");
        told.clear();
        session.databaseAdministrator().drop(new DatabaseDropRequest(session.database().url().database(), true), Progress.NONE);
        assertThat(told).extracting(Object::getClass).extracting(Class::getSimpleName).containsExactly("Database", "Users", "History");
    }

    @Test
    void whatAnotherProcessOfThisHomeWroteIsAnnouncedOnce() {
        TestContext other = backends.another();
        ConversationStartResult.New started = start(other.context().session());
        session.published().look();
        assertThat(told).filteredOn(DataChange.Conversations.class::isInstance).singleElement()
                .satisfies(change -> assertThat(change.change()).isEqualTo(started.change()));
        session.published().look();
        assertThat(told).hasSize(2);
    }

    @Test
    void listenerThatFailsDoesNotKeepTheOthersFromBeingTold() {
        List<DataChange> later = new ArrayList<>();
        session.published().subscribe(change -> {
            throw new IllegalStateException("broken");
        });
        session.published().subscribe(later::add);
        start(session);
        assertThat(later).hasSize(2);
    }

    @Test
    void nothingIsAnnouncedAfterTheEndOfASubscription() {
        List<DataChange> ended = new ArrayList<>();
        session.published().subscribe(ended::add).close();
        start(session);
        assertThat(ended).isEmpty();
    }
}
