package dev.switchboard.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Message;
import dev.switchboard.job.JobRunner;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.testing.Backends;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerViewModelTest {
    private static final String WITH_BRUNO = "33333333-0000-4000-8000-000000000001";
    private static final String WITH_CHIDI = "33333333-0000-4000-8000-000000000002";

    @TempDir
    Path home;
    @AutoClose private ConversationsViewModelFixture fixture;
    private ComposerViewModel composer;

    @BeforeEach
    void twoConversations() {
        start(ConversationsViewModelFixture.ready(home));
    }

    private void start(ConversationsViewModelFixture made) {
        fixture = made;
        composer = fixture.model.composer();
        fixture.story.group(WITH_BRUNO, fixture.user("ada"), fixture.user("bruno"), "Old", "2026-11-20T08:00:00.000000+00:00");
        fixture.story.group(WITH_CHIDI, fixture.user("ada"), fixture.user("chidi"), "Newer", "2026-11-21T08:00:00.000000+00:00");
        fixture.as("ada").with("bruno");
    }

    @Test
    void sentMessageAppearsAndMovesBothGroupItems() {
        composer.textProperty().set("See you at six");
        assertThat(composer.disabledReasonProperty().get()).isEmpty();
        composer.send();
        assertThat(composer.failureProperty().get()).isNull();
        assertThat(composer.textProperty().get()).isEmpty();
        assertThat(fixture.model.messages().rows()).extracting(Message::text).containsExactly("See you at six");
        assertThat(fixture.model.groups().rows().getFirst().with().handle()).isEqualTo("bruno");
        assertThat(fixture.model.groups().rows().getFirst().lastMessage()).isEqualTo("See you at six");
        assertThat(fixture.model.groups().chosen().get().uuid()).isEqualTo(WITH_BRUNO);
        // The window shows exactly what the table contains.
        assertThat(fixture.model.groups().rows()).isEqualTo(fixture.stored("ada"));
        assertThat(fixture.stored("bruno").getFirst().lastMessage()).isEqualTo("See you at six");
    }

    @Test
    void validationErrorsAreShownWhileTyping() {
        assertThat(composer.problemProperty().get()).isEmpty();
        assertThat(composer.disabledReasonProperty().get()).isEqualTo("Enter a message.");
        composer.textProperty().set("   ");
        assertThat(composer.problemProperty().get()).isNotEmpty();
        composer.textProperty().set("🚢".repeat(1024));
        assertThat(composer.problemProperty().get()).isEmpty();
        composer.textProperty().set("🚢".repeat(1025));
        assertThat(composer.problemProperty().get()).contains("1,025").contains("1,024");
        composer.send();
        assertThat(fixture.model.messages().rows()).isEmpty();
    }

    @Test
    void eachGroupKeepsItsDraft() {
        composer.textProperty().set("half a thought");
        fixture.with("chidi");
        assertThat(composer.textProperty().get()).isEmpty();
        composer.textProperty().set("another");
        fixture.with("bruno");
        assertThat(composer.textProperty().get()).isEqualTo("half a thought");
        fixture.model.users().chosen().pick(fixture.user("bruno"));
        fixture.model.users().chosen().pick(fixture.user("ada"));
        fixture.with("chidi");
        assertThat(composer.textProperty().get()).isEqualTo("another");
    }

    @Test
    void failedSendKeepsText() {
        Session dead = fixture.backends.without(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9").context().session();
        UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), Runnable::run, dead.explanations());
        ComposerViewModel failing = new ComposerViewModel(dead.sending(), jobs, sent -> {
            throw new AssertionError("Nothing can be sent");
        });
        failing.writeInto(fixture.user("ada"), fixture.row("bruno"));
        failing.textProperty().set("Is anybody there?");
        failing.send();
        assertThat(failing.textProperty().get()).isEqualTo("Is anybody there?");
        assertThat(failing.failureProperty().get()).isNotNull();
        assertThat(failing.disabledReasonProperty().get()).isEmpty();
        failing.writeInto(fixture.user("ada"), fixture.row("chidi"));
        assertThat(failing.failureProperty().get()).isNull();
        failing.writeInto(fixture.user("ada"), fixture.row("bruno"));
        assertThat(failing.textProperty().get()).isEqualTo("Is anybody there?");
        assertThat(failing.failureProperty().get()).isNotNull();
    }

    @Test
    void streamedTableKeepsGroupItemsAndShowsNote() {
        fixture.close();
        start(new ConversationsViewModelFixture(Backends.empty(home.resolve("streamed")).withUsers().withTable(true)));
        composer.textProperty().set("See you at six");
        composer.send();
        assertThat(composer.failureProperty().get()).isNull();
        assertThat(composer.noteProperty().get()).contains("stream");
        assertThat(fixture.model.messages().rows()).hasSize(1);
        assertThat(fixture.model.groups().rows().getFirst().with().handle()).isEqualTo("chidi");
    }

    @Test
    void messageBeforeFutureMessageShowsNote() {
        fixture.story.message(WITH_BRUNO, fixture.user("bruno"), "From tomorrow", "2026-11-23T08:00:00.000000+00:00");
        composer.textProperty().set("From today");
        composer.send();
        assertThat(composer.noteProperty().get()).contains("future");
    }
}
