package dev.switchboard.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.job.JobRunner;
import dev.switchboard.session.Session;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.testing.FxQueue;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewConversationViewModelTest {
    @TempDir
    Path home;
    @AutoClose private ConversationsViewModelFixture fixture;
    private NewConversationViewModel form;

    @BeforeEach
    void formOfAda() {
        fixture = ConversationsViewModelFixture.ready(home).as("ada");
        form = fixture.model.newConversation();
        fixture.model.startNew();
    }

    @Test
    void startedConversationIsSelected() {
        form.receiverProperty().set("@bruno");
        form.messageProperty().set("Shall we?");
        assertThat(form.disabledReasonProperty().get()).isEmpty();
        form.start();
        assertThat(form.failureProperty().get()).isNull();
        assertThat(form.senderProperty().get()).isNull();
        assertThat(fixture.model.groups().chosen().get().with().handle()).isEqualTo("bruno");
        assertThat(fixture.model.messages().rows()).extracting(Message::text).containsExactly("Shall we?");
        assertThat(fixture.stored("bruno")).singleElement().satisfies(row -> assertThat(row.with().handle()).isEqualTo("ada"));
    }

    @Test
    void recipientsAreSuggestedExceptSender() {
        form.receiverProperty().set("@d");
        assertThat(form.suggestions()).extracting(User::handle).contains("dora").doesNotContain("ada");
        form.choose(form.suggestions().getFirst());
        assertThat(form.suggestions()).isEmpty();
        assertThat(form.receiverProblemProperty().get()).isEmpty();
    }

    @Test
    void unknownRecipientAndSenderAreReported() {
        form.messageProperty().set("Hello?");
        form.receiverProperty().set("@nobody-here");
        assertThat(form.receiverProblemProperty().get()).contains("nobody-here");
        form.start();
        form.receiverProperty().set("ada");
        assertThat(form.receiverProblemProperty().get()).isNotEmpty();
        form.start();
        assertThat(fixture.stored("ada")).isEmpty();
    }

    @Test
    void blankAndTooLongMessagesAreReported() {
        form.receiverProperty().set("bruno");
        form.messageProperty().set(" ");
        assertThat(form.messageProblemProperty().get()).isNotEmpty();
        form.messageProperty().set("x".repeat(1025));
        assertThat(form.messageProblemProperty().get()).contains("1,025");
        assertThat(form.disabledReasonProperty().get()).isNotEmpty();
    }

    @Test
    void existingConversationIsOfferedAndOpenedWithDraft() {
        String group = "66666666-0000-4000-8000-000000000001";
        fixture.story.group(group, fixture.user("ada"), fixture.user("bruno"), "Hm", "2026-11-20T08:00:00.000000+00:00");
        fixture.model.groups().reload();
        form.messageProperty().set("Shall we?");
        form.receiverProperty().set("@bruno");
        assertThat(form.existingProperty().get().uuid()).isEqualTo(group);
        form.openExisting();
        assertThat(fixture.model.groups().chosen().get().uuid()).isEqualTo(group);
        assertThat(fixture.model.composer().textProperty().get()).isEqualTo("Shall we?");
        assertThat(fixture.model.messages().rows()).isEmpty();
    }

    @Test
    void existingConversationOnUnloadedPageIsOpened() {
        String group = "66666666-0000-4000-8000-000000000002";
        fixture.story.group(group, fixture.user("ada"), fixture.user("chidi"), "Long ago", "2019-11-20T08:00:00.000000+00:00");
        fixture.model.groups().rangeProperty().set(new TimeRange.Year(2026, ZoneOffset.UTC));
        form.receiverProperty().set("@chidi");
        form.messageProperty().set("Long time no see");
        assertThat(form.existingProperty().get()).isNull();
        form.start();
        assertThat(fixture.model.groups().chosen().get().uuid()).isEqualTo(group);
        assertThat(fixture.model.composer().textProperty().get()).isEqualTo("Long time no see");
        assertThat(fixture.stored("ada")).hasSize(1);
    }

    @Test
    void aFailureThatComesWhenTheFormWasClosedOpensItAgain() {
        FxQueue fx = new FxQueue();
        Session locked = fixture.backends.prd().context().session();
        ConversationsViewModel model = fixture.model(locked, new UiJobs(JobRunner.onVirtualThreads(), fx, locked.explanations()));
        model.open("ada", null);
        fx.runUntil("ada is chosen", () -> model.users().chosen().get() != null);
        model.startNew();
        NewConversationViewModel ours = model.newConversation();
        ours.receiverProperty().set("@bruno");
        ours.messageProperty().set("Shall we?");
        ours.start();
        ours.close();
        fx.runUntil("the refusal is heard", () -> ours.failureProperty().get() != null);
        assertThat(ours.senderProperty().get()).as("the form that shows it").isNotNull();
        assertThat(ours.messageProperty().get()).isEqualTo("Shall we?");
    }
}
