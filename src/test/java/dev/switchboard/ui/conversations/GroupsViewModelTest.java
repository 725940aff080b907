package dev.switchboard.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.job.JobRunner;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsViewModelTest {
    @TempDir
    Path home;
    @AutoClose private ConversationsViewModelFixture fixture;

    private void groups(User owner, int count) {
        Instant at = Instant.parse("2026-11-22T08:00:00Z");
        for (int i = 0; i < count; i++) {
            String uuid = "44444444-0000-4000-8000-%012d".formatted(i);
            String time = dev.switchboard.conversations.StoredTime.write(at.minus(i, ChronoUnit.HOURS));
            fixture.story.put(RawConversationWriter.groupRow(uuid, owner, fixture.user("bruno"), "number " + i, time));
        }
    }

    @Test
    void pagesLoadOnDemandAndMoreIsExact() {
        fixture = ConversationsViewModelFixture.ready(home);
        groups(fixture.user("ada"), 2 * GroupsViewModel.PAGE);
        fixture.as("ada");
        GroupsViewModel model = fixture.model.groups();
        assertThat(model.rows()).hasSize(GroupsViewModel.PAGE);
        assertThat(model.paging().moreProperty().get()).isTrue();
        assertThat(fixture.model.users().counts()).containsEntry(fixture.user("ada").uuid(), "20+");
        model.loadMore();
        assertThat(model.rows()).hasSize(2 * GroupsViewModel.PAGE).extracting(MessageGroup::lastMessage).startsWith("number 0", "number 1");
        // Forty items end with a full page, and no further page is reported.
        assertThat(model.paging().moreProperty().get()).isFalse();
        assertThat(model.paging().consumedProperty().get()).isPositive();
        assertThat(fixture.model.users().counts()).containsEntry(fixture.user("ada").uuid(), "40");
    }

    @Test
    void onlyConversationsOfUserAreShown() {
        fixture = ConversationsViewModelFixture.ready(home);
        fixture.story.group("44444444-0000-4000-8000-000000000001", fixture.user("ada"), fixture.user("bruno"), "ours",
                "2026-11-22T08:00:00.000000+00:00");
        fixture.story.group("44444444-0000-4000-8000-000000000002", fixture.user("chidi"), fixture.user("dora"), "theirs",
                "2026-11-22T09:00:00.000000+00:00");
        fixture.as("bruno");
        assertThat(fixture.model.groups().rows()).extracting(MessageGroup::lastMessage).containsExactly("ours");
    }

    @Test
    void reloadKeepsSelection() {
        fixture = ConversationsViewModelFixture.ready(home);
        groups(fixture.user("ada"), 3);
        fixture.as("ada");
        GroupsViewModel model = fixture.model.groups();
        model.chosen().pick(model.rows().get(1));
        String uuid = model.chosen().get().uuid();
        fixture.model.refresh();
        assertThat(model.chosen().get().uuid()).isEqualTo(uuid);
        assertThat(fixture.model.messages().groupProperty().get().uuid()).isEqualTo(uuid);
    }

    @Test
    void yearRangeUsesZone() {
        fixture = ConversationsViewModelFixture.ready(home);
        fixture.story.group("44444444-0000-4000-8000-000000000001", fixture.user("ada"), fixture.user("bruno"), "eve",
                "2025-12-31T23:30:00.000000+00:00");
        fixture.story.group("44444444-0000-4000-8000-000000000002", fixture.user("ada"), fixture.user("chidi"), "new year",
                "2026-01-01T00:30:00.000000+00:00");
        fixture.as("ada");
        GroupsViewModel model = fixture.model.groups();
        assertThat(model.rows()).hasSize(2);
        model.rangeProperty().set(new TimeRange.Year(2025, ZoneOffset.UTC));
        assertThat(model.rows()).extracting(MessageGroup::lastMessage).containsExactly("eve");
        model.rangeProperty().set(new TimeRange.Year(2026, ZoneOffset.ofHours(1)));
        assertThat(model.rows()).hasSize(2);
        model.rangeProperty().set(new TimeRange.Year(2024, ZoneOffset.UTC));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(ViewState.Empty.class, empty -> empty.action().run().run());
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void emptyStateOffersToStartOrSeed() {
        fixture = ConversationsViewModelFixture.ready(home).as("ada");
        GroupsViewModel model = fixture.model.groups();
        assertThat(model.noneProperty().get()).isTrue();
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(ViewState.Empty.class, empty -> empty.action().run().run());
        assertThat(fixture.model.newConversation().senderProperty().get()).isEqualTo(fixture.user("ada"));
        model.seedOne();
        assertThat(fixture.navigation).containsExactly("seeding from ada");
    }

    @Test
    void missingTableLeadsToTables() {
        fixture = new ConversationsViewModelFixture(Backends.empty(home).withUsers()).as("ada");
        assertThat(fixture.model.groups().stateProperty().get()).isInstanceOfSatisfying(ViewState.Empty.class, empty -> {
            assertThat(empty.title()).contains(fixture.session.settings().messagesTable());
            empty.action().run().run();
        });
        assertThat(fixture.navigation).containsExactly("tables");
    }

    @Test
    void unreachableEndpointIsExplainedAndCanBeRetried() {
        fixture = ConversationsViewModelFixture.ready(home);
        Session dead = fixture.backends.without(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9").context().session();
        ConversationsViewModel model = fixture.model(dead, new UiJobs(JobRunner.onCallingThread(), Runnable::run, dead.explanations()));
        model.open("ada", null);
        assertThat(model.groups().stateProperty().get()).isInstanceOfSatisfying(ViewState.LoadFailure.class, trouble -> {
            assertThat(trouble.explanation().sentence()).contains("127.0.0.1:9");
            assertThat(trouble.explanation().remedy()).isNotNull();
            assertThat(trouble.retry()).isNotNull();
        });
    }

    @Test
    void aGroupThatAMessageMovedStaysAtTheTopWhenAnOlderReadAnswersAfterIt() {
        fixture = ConversationsViewModelFixture.ready(home);
        fixture.story.group("44444444-0000-4000-8000-000000000001", fixture.user("ada"), fixture.user("bruno"), "older",
                "2026-11-22T08:00:00.000000+00:00");
        fixture.story.group("44444444-0000-4000-8000-000000000002", fixture.user("ada"), fixture.user("chidi"), "newer",
                "2026-11-22T09:00:00.000000+00:00");
        HeldAnswers fx = new HeldAnswers();
        ConversationsViewModel model = fixture.model(fixture.session, fx.jobs(fixture.session));
        model.open("ada", "44444444-0000-4000-8000-000000000001");
        fx.hold();
        model.groups().reload();
        fx.deliverAtOnce();
        model.composer().textProperty().set("just sent");
        model.composer().send();
        assertThat(model.groups().rows()).extracting(MessageGroup::lastMessage).containsExactly("just sent", "newer");
        fx.release();
        assertThat(model.groups().loadingProperty().get()).isFalse();
        assertThat(model.groups().rows()).extracting(MessageGroup::lastMessage).containsExactly("just sent", "newer");
        assertThat(model.groups().chosen().get().lastMessage()).isEqualTo("just sent");
        assertThat(fixture.stored("ada")).as("as it is stored").isEqualTo(model.groups().rows());
    }

    @Test
    void aGroupBeyondTheFirstPageThatAMessageMovedIsNotLostByAnOlderRead() {
        fixture = ConversationsViewModelFixture.ready(home);
        groups(fixture.user("ada"), GroupsViewModel.PAGE + 5);
        HeldAnswers fx = new HeldAnswers();
        ConversationsViewModel model = fixture.model(fixture.session, fx.jobs(fixture.session));
        model.open("ada", null);
        model.groups().loadMore();
        model.groups().chosen().pick(model.groups().rows().getLast());
        fx.hold();
        model.groups().reload();
        fx.deliverAtOnce();
        model.composer().textProperty().set("just sent");
        model.composer().send();
        fx.release();
        assertThat(model.groups().rows()).hasSize(GroupsViewModel.PAGE + 1).extracting(MessageGroup::lastMessage).startsWith("just sent");
        assertThat(model.groups().chosen().get().lastMessage()).isEqualTo("just sent");
        model.groups().loadMore();
        assertThat(model.groups().rows()).as("each once").hasSize(GroupsViewModel.PAGE + 5).doesNotHaveDuplicates();
    }

    @Test
    void staleAnswerNeverOverwritesANewerOne() throws InterruptedException {
        fixture = ConversationsViewModelFixture.ready(home);
        groups(fixture.user("ada"), 3);
        fixture.story.put(RawConversationWriter.groupRow("44444444-0000-4000-8000-000000000009", fixture.user("chidi"),
                fixture.user("dora"), "newer", "2026-11-22T08:00:00.000000+00:00"));
        BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
        UiJobs jobs = new UiJobs(JobRunner.onVirtualThreads(), fx::add, fixture.session.explanations());
        GroupsViewModel model = fixture.model(fixture.session, jobs).groups();
        model.show(fixture.user("ada"));
        // The result for Ada is pending when Chidi is selected.
        Runnable late = fx.poll(20, TimeUnit.SECONDS);
        model.show(fixture.user("chidi"));
        late.run();
        while (model.loadingProperty().get()) {
            Runnable next = fx.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("a result within twenty seconds").isNotNull();
            next.run();
        }
        fx.forEach(Runnable::run);
        assertThat(model.rows()).extracting(MessageGroup::lastMessage).containsExactly("newer");
    }
}
