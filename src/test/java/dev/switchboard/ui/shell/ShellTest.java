package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    @TempDir
    Path home;

    @Test
    void devShowsConnection() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            ActivityLog log = window.shell.current().context().session().activity();
            Instant at = Instant.parse("2026-11-22T12:09:31Z");
            log.record(at, Backend.DYNAMODB, "Query", "cruddur-messages", Duration.ofMillis(3), 0.5, 0, 0, null, "aws dynamodb query");
            log.record(at.plusSeconds(4), Backend.POSTGRESQL, "users/all", "cruddur", Duration.ofMillis(12), 0, 0, 0, null, "psql -c …");
            log.record(at.plusSeconds(9), Backend.DYNAMODB, "PutItem", "cruddur-messages", Duration.ofMillis(1204), 0, 2, 3,
                    "ThrottlingException: slow down", "aws dynamodb put-item --table-name cruddur-messages");
            Fx.onFx(() -> window.shell.open("activity"));
            Screenshots.saveScene(window.stage.getScene(), "shell-dev");
            assertThat(window.shell.model().whereProperty().get()).isNotEmpty();
        }
    }

    @Test
    void prdHasFrameAndOpensLocked() {
        try (ShellFixture window = new ShellFixture(home, Environment.PRD, ShellFixture.PRD)) {
            Screenshots.saveScene(window.stage.getScene(), "shell-prd");
            assertThat(window.shell.current().context().lock().openProperty().get()).isFalse();
            assertThat(window.shell.model().titleProperty().get()).contains("PRD");
        }
    }

    @Test
    void prdWithoutSettingsShowsMissingSettings() {
        try (ShellFixture window = new ShellFixture(home, Environment.PRD, Map.of())) {
            Screenshots.saveScene(window.stage.getScene(), "shell-prd-missing");
            Fx.onFx(() -> window.shell.open("activity"));
            assertThat(window.screen()).isEmpty();
            assertThat(window.shell.view().host().lookup("#missing-page")).isNotNull();
        }
    }

    @Test
    void aScreenThatIsShownAgainDoesNotShowAFailureThatIsGone() {
        Map<Setting, String> settings = TestSettings.fresh(home);
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, settings)) {
            Session session = window.shell.current().context().session();
            Fx.onFx(() -> window.shell.open("conversations"));
            Fx.waitFor("the database has no users table", () -> users(window) == 0 && shows(window, ViewState.Empty.class));
            session.databaseSetup().loadSchema(Progress.NONE);
            session.databaseSetup().seed(Progress.NONE);
            Fx.onFx(() -> {
                window.shell.open("activity");
                window.shell.open("conversations");
            });
            Fx.waitFor("the users are read again", () -> users(window) == 6);
        }
    }

    private static int users(ShellFixture window) {
        return window.shell.view().host().lookup("#list") instanceof ListView<?> list ? list.getItems().size() : -1;
    }

    private static boolean shows(ShellFixture window, Class<? extends ViewState> kind) {
        return window.shell.view().host().lookupAll(".state-overlay").stream()
                .anyMatch(node -> kind.isInstance(((StateOverlay) node).stateProperty().get()));
    }
}
