package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsExpiryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:10:00Z");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "PT8H, credentials expire 20:10 UTC, false",
        "PT12H, credentials expire 23 Nov 00:10 UTC, false",
        "PT-13H, credentials expired 21 Nov 23:10 UTC, true",
        "PT15M0.001S, credentials expire 12:25 UTC, false",
        "PT15M, credentials expire in 15 min, true",
        "PT14M0.5S, credentials expire in 15 min, true",
        "PT1S, credentials expire in 1 min, true",
        "PT0S, credentials expired 12:10 UTC, true",
        "PT-3H, credentials expired 09:10 UTC, true"
    })
    void showsExpirationAndMarksItUrgent(Duration left, String text, boolean urgent) {
        assertThat(CredentialsExpiry.of(NOW.plus(left), NOW, ZoneOffset.UTC)).isEqualTo(new CredentialsExpiry(text, urgent));
    }

    @Test
    void isShownInTheChosenZoneAndNamesIt() {
        Instant end = Instant.parse("2026-11-22T23:30:00Z");
        assertThat(CredentialsExpiry.of(end, NOW, ZoneId.of("Europe/Berlin")).text()).isEqualTo("credentials expire 23 Nov 00:30 Berlin");
    }

    @Test
    void isEmptyWithoutExpiration() {
        assertThat(CredentialsExpiry.of(null, NOW, ZoneOffset.UTC).text()).isEmpty();
    }

    @Test
    void headerShowsExpirationUntilSessionIsClosed() {
        try (ShellFixture window = new ShellFixture(home, Environment.PRD, ShellFixture.PRD)) {
            Fx.waitFor("the backends said all that they know", () -> window.shell.current().context().jobs().running().isEmpty());
            show(window, Duration.ofHours(8), "valid");
            show(window, Duration.ofMinutes(12), "soon");
            show(window, Duration.ofMinutes(-30), "ended");
            Fx.onFx(() -> window.stage.setWidth(960));
            Fx.waitFor("it is as narrow as it can be", () -> window.stage.getScene().getWidth() == 960);
            show(window, Duration.ofMinutes(12), "narrow");
            Fx.onFx(() -> window.shell.model().forgetWhere());
            assertThat(Fx.onFx(() -> window.shell.root().lookup("#credentials-end"))).isNull();
        }
    }

    private static void show(ShellFixture window, Duration left, String name) {
        CredentialsExpiry end = CredentialsExpiry.of(NOW.plus(left), NOW, ZoneOffset.UTC);
        OpenSession open = window.shell.current();
        Fx.onFx(() -> window.shell.model().whereProperty().set(
                Stream.of("111122223333", "eu-central-1", "assumed-role/operator/anna",
                        "cruddur.abc1.eu-central-1.rds.amazonaws.com:5432/cruddur").map(ConnectionPart::of).toList()));
        Fx.onFx(() -> window.shell.model().tick(open.context().lock(), open.context().session().activity(), end));
        Screenshots.saveScene(window.stage.getScene(), "shell-credentials-" + name);
        Label label = Fx.onFx(() -> (Label) window.shell.root().lookup("#credentials-end"));
        assertThat(label.getText()).isEqualTo(end.text());
        assertThat(Fx.onFx(() -> window.shell.root().lookup(".palette-button").localToScene(0, 0).getX()
                + window.shell.root().lookup(".palette-button").getLayoutBounds().getWidth())).as("nothing is cut off")
                .isLessThanOrEqualTo(window.stage.getScene().getWidth());
        Bounds bounds = Fx.onFx(() -> label.localToScene(label.getLayoutBounds()));
        assertThat(bounds.getMaxX()).as("it ends before the lock").isLessThanOrEqualTo(
                Fx.onFx(() -> window.shell.root().lookup(".lock-button").localToScene(0, 0).getX()));
    }
}
