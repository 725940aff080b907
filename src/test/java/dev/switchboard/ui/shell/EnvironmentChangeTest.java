package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After switching to dev and back to prd, nothing of the previous prd session remains, in particular not its unlocked state. */
class EnvironmentChangeTest {
    @TempDir
    Path home;

    @Test
    void prdThatWasUnlockedIsLockedAgainAfterAChangeToDevAndBack() {
        try (ShellFixture window = new ShellFixture(home, Environment.PRD, ShellFixture.PRD)) {
            Session unlocked = session(window);
            Fx.onFx(() -> unlocked.lock().unlock("prd"));
            Fx.waitFor("the header says so", () -> window.shell.current().context().lock().openProperty().get());

            flip(window, "#devSwitch", Environment.DEV);
            flip(window, "#prdSwitch", Environment.PRD);

            Session again = session(window);
            assertThat(again).isNotSameAs(unlocked);
            assertThat(again.lock().isOpen()).as("the new session").isFalse();
            assertThat(unlocked.lock().isOpen()).as("the closed session").isFalse();
            assertThat(window.shell.current().context().lock().openProperty().get()).isFalse();
            assertThatThrownBy(() -> again.permits().checkUnlocked("PutItem")).isInstanceOf(OperationRefusedException.class);
        }
    }

    @Test
    void laterZoneDoesNotReachClosedSession() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            UiContext left = Fx.onFx(() -> window.shell.current().context());

            flip(window, "#prdSwitch", Environment.PRD);
            Fx.onFx(() -> window.kept.state().zoneProperty().set(ZoneId.of("Asia/Tokyo")));

            assertThat(left.zone()).isEqualTo(ZoneOffset.UTC);
            assertThat(window.shell.current().context().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        }
    }

    private static Session session(ShellFixture window) {
        return Fx.onFx(() -> window.shell.current().context().session());
    }

    private static void flip(ShellFixture window, String button, Environment to) {
        Fx.onFx(() -> ((ToggleButton) window.shell.root().lookup(button)).fire());
        Fx.waitFor("it is open", () -> window.shell.current() != null && window.shell.model().environmentProperty().get() == to
                && !window.shell.model().openingProperty().get());
    }
}
