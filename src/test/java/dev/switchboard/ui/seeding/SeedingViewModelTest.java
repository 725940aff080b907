package dev.switchboard.ui.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.Backend;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.session.Session;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.users.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedingViewModelTest {
    @TempDir
    Path home;
    @AutoClose private Backends backends;
    private Session session;
    private SeedingViewModel model;
    private final List<String> ways = new ArrayList<>();

    @BeforeEach
    void sampleUsersAndATable() {
        backends = Backends.ready(home);
        session = backends.session();
        UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), Runnable::run, session.explanations());
        MissingTableDetector problems =
                new MissingTableDetector(session.tables(), session.settings().messagesTable(), jobs, () -> ways.add("tables"));
        model = new SeedingViewModel(session.users(), session.seeder(), problems, jobs,
                new SimpleObjectProperty<ZoneId>(ZoneOffset.UTC), LocalDate.parse("2026-11-22"), () -> ways.add("database"));
        model.load();
        model.preview();
    }

    private List<MessageGroup> groupsOf(String handle) {
        return session.conversations().groups(backends.user(handle).uuid(), new TimeRange.All(), 100, null).rows();
    }

    @Test
    void initialPlanEndsInThePast() {
        SeedPlan plan = model.planProperty().get();
        assertThat(plan.messages()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(plan.last()).isBefore(Backends.NOW);
        assertThat(plan.replaces()).isZero();
        assertThat(groupsOf("ada")).isEmpty();
    }

    @Test
    void seedWritesThePlanAndSecondRunReplacesIt() {
        SeedPlan plan = model.planProperty().get();
        model.run();
        assertThat(model.failureProperty().get()).isNull();
        assertThat(model.resultProperty().get().messages()).isEqualTo(plan.messages().size());
        MessageGroup row = groupsOf("ada").getFirst();
        assertThat(row.lastMessage()).isEqualTo(plan.messages().getLast().text());
        assertThat(row.lastMessageAt().instant()).isEqualTo(plan.last());
        model.preview();
        assertThat(model.planProperty().get().replaces()).isEqualTo(plan.messages().size() + 2);
        model.run();
        List<Message> messages = session.conversations().messages(plan.groupUuid(), new TimeRange.All(), 1000, null).rows();
        assertThat(messages).hasSameSizeAs(plan.messages());
        assertThat(groupsOf("bruno")).hasSize(1);
    }

    @Test
    void messageSentNowSortsAfterTheSeededOnes() {
        model.run();
        String group = model.resultProperty().get().groupUuid();
        session.sending().send(group, groupsOf("bruno").getFirst().with(), "Now");
        assertThat(session.conversations().messages(group, new TimeRange.All(), 1, null).rows().getFirst().text()).isEqualTo("Now");
    }

    @Test
    void otherConversationIsReported() {
        var ada = model.planProperty().get().from();
        var bruno = model.planProperty().get().to();
        session.sending().start(ada, bruno, "Ours, by hand");
        model.preview();
        assertThat(model.planProperty().get().otherConversation()).isNotNull();
        assertThat(model.planProperty().get().otherConversation().lastMessage()).isEqualTo("Ours, by hand");
    }

    @Test
    void sameUserTwiceIsRejected() {
        User ada = backends.user("ada");
        model.fromProperty().set(ada);
        model.toProperty().set(ada);
        model.preview();
        assertThat(model.planProperty().get()).isNull();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.LoadFailure.class);
        model.run();
        assertThat(groupsOf("ada")).isEmpty();
    }

    @Test
    void customStartUsesZoneAndMustEndInThePast() {
        model.start().customProperty().set(true);
        model.start().dayProperty().set(LocalDate.parse("2026-11-01"));
        model.start().timeProperty().set("8:15");
        model.preview();
        assertThat(model.planProperty().get().start()).isEqualTo(Instant.parse("2026-11-01T08:15:00Z"));
        model.start().timeProperty().set("quarter past");
        assertThat(model.planProperty().get()).isNull();
        assertThat(model.start().problemProperty().get()).contains("quarter past");
        model.start().timeProperty().set("12:00");
        model.start().dayProperty().set(LocalDate.parse("2026-11-22"));
        model.preview();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.LoadFailure.class);
    }

    @Test
    void invalidFileKeepsPreviousConversation() throws IOException {
        Path file = Files.writeString(home.resolve("bad.txt"), "Person 1: Well?\nnobody in particular\n");
        SeedConversation before = model.scriptProperty().get();
        model.useFile(file);
        assertThat(model.scriptProblemProperty().get().sentence()).contains("bad.txt").contains("line 2");
        assertThat(model.scriptProperty().get()).isSameAs(before);
        Files.writeString(file, "Person 1: Well?\nPerson 2: Person 1: is you.\n");
        model.useFile(file);
        assertThat(model.scriptProblemProperty().get()).isNull();
        model.preview();
        assertThat(model.planProperty().get().messages()).extracting(one -> one.text()).containsExactly("Well?", "Person 1: is you.");
    }

    @Test
    void userCanBeChosenFromAnotherScreenAndSwapped() {
        model.choose("bruno");
        assertThat(model.fromProperty().get().handle()).isEqualTo("bruno");
        assertThat(model.toProperty().get().handle()).isEqualTo("ada");
        model.swap();
        model.preview();
        assertThat(model.planProperty().get().from().handle()).isEqualTo("ada");
    }

    @Test
    void missingTableLeadsToTables() {
        session.tableDropper().drop(session.settings().messagesTable(), session.settings().messagesTable(), false, Progress.NONE);
        model.preview();
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(ViewState.Empty.class, empty -> empty.action().run().run());
        assertThat(ways).containsExactly("tables");
    }

    @Test
    void visitReadsTheUsersOnly() {
        UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), Runnable::run, session.explanations());
        MissingTableDetector problems =
                new MissingTableDetector(session.tables(), session.settings().messagesTable(), jobs, () -> ways.add("tables"));
        SeedingViewModel visited = new SeedingViewModel(session.users(), session.seeder(), problems, jobs,
                new SimpleObjectProperty<ZoneId>(ZoneOffset.UTC), LocalDate.parse("2026-11-22"), () -> {});
        long calls = dynamoDbCalls();
        visited.load();
        visited.load();
        assertThat(dynamoDbCalls()).isEqualTo(calls);
        assertThat(visited.stateProperty().get()).isInstanceOfSatisfying(ViewState.Empty.class,
                state -> assertThat(state.title()).isEqualTo("No preview yet"));
        assertThat(visited.canPreview()).isTrue();
    }

    private long dynamoDbCalls() {
        return session.activity().calls().stream().filter(call -> call.backend() == Backend.DYNAMODB).count();
    }

    @Test
    void resultIsNotShownBesideOtherOptions() {
        model.run();
        assertThat(model.resultProperty().get()).isNotNull();
        model.load();
        assertThat(model.resultProperty().get()).as("the options are the same on a return").isNotNull();
        model.swap();
        assertThat(model.resultProperty().get()).isNull();
        model.preview();
        model.run();
        model.start().customProperty().set(true);
        assertThat(model.resultProperty().get()).isNull();
        assertThat(model.planProperty().get()).isNull();
    }

    @Test
    void resultThatWasUndoneIsNotShown() {
        model.run();
        model.undone("another change");
        assertThat(model.resultProperty().get()).isNotNull();
        model.undone(model.resultProperty().get().change());
        assertThat(model.resultProperty().get()).isNull();
    }
}
