package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenshotWriterTest {
    @TempDir
    Path home;

    @Test
    void drawsEveryScreenInBothThemesAndLeavesTheSessionOpen() {
        Session session = TestContext.of(home, Environment.DEV, TestSettings.fresh(home)).context().session();
        session.setupRun().run(dev.switchboard.users.DatabaseSetupRunner.safeSteps(), null, dev.switchboard.job.Progress.NONE);
        session.doctor().repair("create-table", dev.switchboard.job.Progress.NONE);
        session.doctor().repair("seed-conversation", dev.switchboard.job.Progress.NONE);
        List<Path> files = ScreenshotWriter.draw(session, Path.of("target", "screenshots", "tour"));
        assertThat(files).hasSize(Screens.all().size() * 2).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(session.users().all()).isNotEmpty();
        session.close();
    }
}
