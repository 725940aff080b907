package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.Backend;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.HeldJobs;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At most one session is open, however often a session is opened. */
class SessionOpeningTest {
    private final HeldJobs jobs = new HeldJobs(Messages.of(Shell.class).get("opening", "dev")::equals);
    @TempDir
    Path home;

    private void assertOneIsOpen(ShellFixture window) {
        Session current = Fx.onFx(() -> window.shell.current().context().session());
        List<Session> others = jobs.results().stream().map(Session.class::cast).filter(each -> each != current).toList();
        current.permits().authorize(Backend.DYNAMODB, "items put", "Write").close();
        assertThat(others).allSatisfy(each -> assertThatThrownBy(() -> each.permits().authorize(Backend.DYNAMODB, "items put", "Write").close())
                .as("a session that was opened and is not shown").isInstanceOf(OperationRefusedException.class));
    }

    @Test
    void reopeningWhileASessionIsBeingOpenedOpensNoSecondOne() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home), jobs, false)) {
            jobs.awaitHeld();
            Fx.onFx(window.shell::reopen);
            jobs.release();
            window.opened();
            window.settled();
            assertThat(jobs.results()).hasSize(1);
            assertOneIsOpen(window);
        }
    }

    @Test
    void anOpeningThatWasSupersededClosesWhatItOpened() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home), jobs, false)) {
            jobs.awaitHeld();
            Fx.onFx(() -> window.shell.open(Environment.DEV));
            jobs.awaitHeld();
            jobs.release();
            window.opened();
            window.settled();
            assertOneIsOpen(window);
        }
    }
}
