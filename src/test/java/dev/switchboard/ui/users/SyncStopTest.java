package dev.switchboard.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.testing.FxQueue;
import dev.switchboard.ui.testing.HeldJobs;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync that has been committed and has not ended yet is stopped, refreshed over, or left: its answer and its Undo come all the same. */
class SyncStopTest {
    private static final Messages TEXT = Messages.of(UsersViewModel.class);
    private final FxQueue fx = new FxQueue();
    private final HeldJobs jobs = new HeldJobs(TEXT.get("job.sync")::equals);
    private TestContext test;
    private UsersViewModel model;
    @TempDir
    Path home;

    @BeforeEach
    void sync() {
        test = new UsersFixture(home).filled().context(Environment.DEV);
        model = new UsersViewModel(LiveContext.of(test, jobs, fx), (action, comparison) -> true);
        model.compare();
        fx.runUntil("it is compared", () -> model.comparisonProperty().get() != null && !model.runningProperty().get());
        model.sync();
        jobs.awaitHeld();
    }

    private void release() {
        jobs.release();
        fx.runUntil("the undo is offered", () -> test.notices().offered != null);
        fx.runUntil("it has settled", () -> !model.runningProperty().get());
        assertThat(test.notices().said).singleElement().asString().contains("Undo");
        assertThat(model.countsProperty().get()).containsEntry(UserState.SAME, 2);
    }

    @Test
    void whatWasWrittenIsSaidWhenAStoppedSyncHasEnded() {
        model.stop();
        fx.runQueued();
        assertThat(model.noteProperty().get().text()).as("nobody knows yet").isNotEqualTo(TEXT.get("note.stopped"));
        assertThat(model.runningProperty().get()).isTrue();
        release();
        assertThat(model.noteProperty().get()).as("the notification says it").isNull();
    }

    @Test
    void refreshingMeanwhileDropsNothing() {
        model.refresh();
        release();
    }

    @Test
    void leavingTheScreenMeanwhileDropsNothing() {
        model.close();
        jobs.release();
        fx.runUntil("the undo is offered", () -> test.notices().offered != null);
    }
}
