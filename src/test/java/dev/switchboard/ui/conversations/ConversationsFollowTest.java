package dev.switchboard.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.Backend;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.session.DataChange;
import dev.switchboard.session.Session;
import dev.switchboard.ui.common.ViewState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written elsewhere is shown, and what is shown of earlier pages stays. */
class ConversationsFollowTest {
    private static final String GROUP = "55555555-0000-4000-8000-000000000001";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path home;
    @AutoClose private ConversationsViewModelFixture fixture;
    private final Set<DataChange> told = new LinkedHashSet<>();

    @BeforeEach
    void listen() {
        fixture = ConversationsViewModelFixture.ready(home);
        fixture.session.published().subscribe(told::add);
    }

    private void conversation(int messages) {
        fixture.story.group(GROUP, fixture.user("ada"), fixture.user("bruno"), "m" + (messages - 1), at(messages - 1));
        IntStream.range(0, messages).forEach(i -> fixture.story.message(GROUP, fixture.user("ada"), "m" + i, at(i)));
        fixture.as("ada").with("bruno");
        told.clear();
    }

    private static String at(int number) {
        return StoredTime.write(FIRST.plusSeconds(number));
    }

    private void sendElsewhere(String text) {
        Session other = fixture.backends.another().context().session();
        other.sending().send(GROUP, Participant.of(fixture.user("bruno")), text);
        fixture.session.published().look();
        deliver();
    }

    private void deliver() {
        fixture.model.changed(Set.copyOf(told), fixture.session.settings().messagesTable());
        told.clear();
    }

    @Test
    void messageOfAnotherProcessIsShownAndOlderPagesStay() {
        conversation(MessagesViewModel.PAGE + 10);
        MessagesViewModel messages = fixture.model.messages();
        messages.loadOlder();
        assertThat(messages.rows()).hasSize(MessagesViewModel.PAGE + 10);
        sendElsewhere("From elsewhere");
        assertThat(messages.rows()).hasSize(MessagesViewModel.PAGE + 11).extracting(Message::text).startsWith("m0")
                .endsWith("From elsewhere");
        assertThat(messages.paging().moreProperty().get()).isFalse();
        assertThat(fixture.row("bruno").lastMessage()).isEqualTo("From elsewhere");
        assertThat(fixture.model.groups().chosen().get().uuid()).isEqualTo(GROUP);
    }

    @Test
    void messageThatWasUndoneElsewhereIsGone() {
        conversation(3);
        sendElsewhere("To be undone");
        Session other = fixture.backends.another().context().session();
        other.changes().undo(other.changes().list(1).entries().getFirst().id(), Progress.NONE);
        fixture.session.published().look();
        deliver();
        assertThat(fixture.model.messages().rows()).extracting(Message::text).containsExactly("m0", "m1", "m2");
    }

    @Test
    void ownMessageIsNotReadAgain() {
        conversation(3);
        fixture.model.composer().textProperty().set("Mine");
        fixture.model.composer().send();
        long calls = queries();
        deliver();
        assertThat(queries()).isEqualTo(calls);
        assertThat(fixture.model.messages().rows()).extracting(Message::text).endsWith("Mine");
    }

    @Test
    void conversationOfOtherUsersCostsNoRead() {
        conversation(3);
        long calls = queries();
        Session other = fixture.backends.another().context().session();
        other.sending().start(Participant.of(fixture.user("dora")), Participant.of(fixture.user("emre")), "Not ada's");
        fixture.session.published().look();
        deliver();
        assertThat(queries()).isEqualTo(calls);
    }

    private long queries() {
        return fixture.session.activity().calls().stream()
                .filter(call -> call.backend() == Backend.DYNAMODB && call.operation().equals("Query"))
                .count();
    }

    @Test
    void conversationOfAFollowingPageStaysOpenWhenAnotherMovesToTheTop() {
        int many = GroupsViewModel.PAGE + 5;
        for (int i = 0; i < many; i++) {
            fixture.story.group("66666666-0000-4000-8000-0000000000" + (10 + i), fixture.user("ada"), fixture.user("bruno"), "g" + i,
                    at(i));
        }
        fixture.as("ada");
        GroupsViewModel groups = fixture.model.groups();
        groups.loadMore();
        assertThat(groups.rows()).hasSize(many);
        MessageGroup oldest = groups.rows().getLast();
        groups.chosen().pick(oldest);
        fixture.session.sending().send(groups.rows().get(23).uuid(), Participant.of(fixture.user("ada")), "Up");
        fixture.model.follow();
        assertThat(groups.rows()).extracting(MessageGroup::uuid).doesNotHaveDuplicates().hasSize(many);
        assertThat(groups.rows().getFirst().lastMessage()).isEqualTo("Up");
        assertThat(groups.chosen().get()).isEqualTo(oldest);
    }

    @Test
    void conversationStaysOpenWhenItsUserIsSynced() {
        conversation(3);
        String update = "UPDATE public.users SET cognito_user_id = 'another' WHERE handle = 'ada'";
        fixture.session.sqlRunner().run(update, Progress.NONE);
        deliver();
        assertThat(fixture.model.users().chosen().get().cognitoSub()).isEqualTo("another");
        assertThat(fixture.model.groups().chosen().get().uuid()).isEqualTo(GROUP);
        assertThat(fixture.model.messages().rows()).hasSize(3);
        assertThat(fixture.model.composer().senderProperty().get().cognitoSub()).isEqualTo("another");
    }

    @Test
    void failureOfADroppedDatabaseIsGoneWhenItIsSetUpAgain() {
        conversation(3);
        Session session = fixture.session;
        String name = session.database().url().database();
        session.databaseAdministrator().drop(new DatabaseDropRequest(name, true), Progress.NONE);
        deliver();
        ConversationUsersViewModel users = fixture.model.users();
        assertThat(users.screenStateProperty().get()).isInstanceOfSatisfying(ViewState.Empty.class, empty -> {
            assertThat(empty.title()).isEqualTo("Database not found");
            assertThat(empty.action().name()).isEqualTo("Set up database");
        });
        assertThat(users.all()).isEmpty();
        assertThat(fixture.model.asOf().getValue()).isNull();
        session.setupRun().run(dev.switchboard.users.DatabaseSetupRunner.safeSteps(), null, Progress.NONE);
        deliver();
        assertThat(users.screenStateProperty().get()).isInstanceOf(ViewState.Content.class);
        assertThat(users.all()).hasSize(6);
        assertThat(fixture.model.asOf().getValue()).isNotNull();
    }
}
