package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operates the shell with a robot. */
class ShellKeysTest {
    @TempDir
    Path home;

    @Test
    void ctrlAndADigitOpenTheScreensAndTheLastOneSurvivesARestart() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(window.screen()).isEqualTo(Screens.all().get(1).id());
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            assertThat(window.screen()).isEqualTo("overview");
            Fx.onFx(() -> window.shell.open("settings"));
        }
        assertThat(SettingsFile.read(new Home(home).settingsFile()).window("screen")).isEqualTo("settings");
        try (ShellFixture again = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            assertThat(again.screen()).isEqualTo("settings");
        }
    }

    @Test
    void paletteGoesToAScreenByAFewLetters() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            window.press(KeyCode.CONTROL, KeyCode.K);
            Fx.waitFor("the palette is open", () -> window.shell.view().palette().isOpen());
            Screenshots.saveScene(window.stage.getScene(), "shell-palette");
            window.press(KeyCode.A);
            window.press(KeyCode.C);
            window.press(KeyCode.T);
            window.press(KeyCode.ENTER);
            Fx.waitFor("Activity is open", () -> window.shell.model().screenProperty().get().equals("activity"));
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.press(KeyCode.ESCAPE);
            Fx.waitFor("Esc closes it", () -> !window.shell.view().palette().isOpen());
        }
    }

    @Test
    void switchToPrdWithoutSettingsShowsMissingSettings() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            OpenSession dev = Fx.onFx(() -> window.shell.current());
            Fx.onFx(() -> ((ToggleButton) window.shell.root().lookup("#prdSwitch")).fire());
            Fx.waitFor("prd is open", () -> window.shell.current() != null && window.shell.current() != dev);
            assertThat(Fx.onFx(() -> window.shell.model().titleProperty().get())).contains("PRD");
            assertThat(dev.context().session().lock()).isNotSameAs(window.shell.current().context().session().lock());
        }
    }

    @Test
    void unlockShowsIdentityRequiresNameAndShowsCountdown() {
        try (ShellFixture window = new ShellFixture(home, Environment.PRD, ShellFixture.PRD)) {
            Fx.onFx(() -> javafx.application.Platform.runLater(window.shell::unlock));
            Fx.waitFor("the dialog is open",
                    () -> dialog(window) != null && dialog(window).getScene().getRoot().lookup(".button.danger") != null);
            Node pane = Fx.onFx(() -> dialog(window).getScene().getRoot());
            Button unlock = (Button) pane.lookup(".button.danger");
            assertThat(unlock.isDisabled()).isTrue();
            Screenshots.saveScene(pane.getScene(), "shell-unlock");
            Fx.onFx(() -> ((TextField) pane.lookup("#typed-word")).setText("prd"));
            Fx.onFx(() -> javafx.application.Platform.runLater(unlock::fire));
            Fx.waitFor("it is open", () -> window.shell.current().context().lock().openProperty().get());
            Fx.onFx(() -> window.shell.tick());
            assertThat(Fx.onFx(() -> window.shell.model().lockTextProperty().get())).contains("10:00");
            Fx.onFx(() -> {
                window.shell.view().notices().done("Dropped cruddur-messages; 1,204 items are kept.", "Restore", () -> {});
                window.shell.view().notices().warn("The search does not find everything. No server responds at 127.0.0.1:9.");
            });
            Screenshots.saveScene(window.stage.getScene(), "shell-prd-unlocked");
        }
    }

    private static Window dialog(ShellFixture window) {
        return List.copyOf(Window.getWindows()).stream()
                .filter(each -> each instanceof Stage stage && stage.getOwner() == window.stage)
                .findFirst()
                .orElse(null);
    }

    @Test
    void longJobIsShownAfterHalfASecondAndCanBeCancelled() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            String[] said = new String[1];
            Fx.onFx(() -> window.shell.current().context().jobs().start(
                    "Seeding a conversation",
                    progress -> {
                        progress.step("Writing");
                        progress.advance(96, 142);
                        new java.util.concurrent.CountDownLatch(1).await();
                        return 0;
                    },
                    done -> {},
                    failure -> said[0] = failure.sentence()));
            Node bar = window.shell.root().lookup(".job-bar");
            assertThat(Fx.onFx(() -> window.shell.current().context().jobs().running().getLast().elapsed()))
                    .isLessThan(Duration.ofSeconds(20));
            Fx.waitFor("the job is shown", () -> {
                window.shell.view().tick();
                return bar.isVisible() && window.shell.root().lookup("#cancel-job") != null;
            });
            Screenshots.saveScene(window.stage.getScene(), "shell-job");
            Fx.onFx(() -> List.copyOf(window.shell.current().context().jobs().running()).forEach(job -> job.cancel()));
            Fx.waitFor("it was stopped", () -> said[0] != null);
            assertThat(said[0]).contains("Seeding a conversation");
        }
    }

    @Test
    void unknownLastScreenOpensFirstScreen() {
        SettingsFile file = SettingsFile.read(new Home(home).settingsFile());
        file.setWindow("screen", "gone-in-this-version");
        file.save();
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            assertThat(window.screen()).isEqualTo("overview");
        }
    }
}
