package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainWindowTest {
    @TempDir
    Path home;

    @Test
    void showsAtOnceWithTitleAndIconAndKeepsSize() {
        LaunchOptions start = new LaunchOptions(new Home(home), TestSettings.fresh(home), Map.of(), Environment.DEV, null);
        WindowSettings kept = WindowSettings.read(start.home());
        Stage stage = Fx.onFx(() -> new Stage());
        MainWindow window = Fx.onFx(() -> {
            MainWindow made = new MainWindow(stage, start, kept);
            made.show();
            assertThat(stage.isShowing()).as("before any session is open").isTrue();
            assertThat(made.shell().model().openingProperty().get()).as("no backend is called before the first frame").isFalse();
            return made;
        });
        Fx.waitFor("the session is open", () -> window.shell().current() != null);
        assertThat(Fx.onFx(stage::getTitle)).contains("DEV");
        assertThat(stage.getIcons()).hasSize(4).allMatch(icon -> !icon.isError());
        Fx.onFx(() -> {
            stage.setWidth(1100);
            stage.setHeight(700);
        });
        Fx.waitFor("the size is taken", () -> stage.getScene().getWidth() == 1100);
        Fx.onFx(() -> {
            stage.hide();
            return window.close();
        }).join();
        assertThat(SettingsFile.read(new Home(home).settingsFile()).window("width")).isEqualTo("1100");
    }

    @Test
    void unreadableSettingsShowLineAndCanBeRetried() throws Exception {
        Path file = new Home(home).settingsFile();
        Files.writeString(file, "{\n  \"dev\": {,\n}");
        List<WindowSettings> read = new ArrayList<>();
        Stage stage = Fx.onFx(() -> new Stage());
        Fx.onFx(() -> {
            try {
                WindowSettings.read(new Home(home));
            } catch (InvalidInputException e) {
                new UnreadableSettingsPage(stage, new Home(home), read::add).show(e);
            }
        });
        Screenshots.saveScene(stage.getScene(), "shell-unreadable-settings");
        Files.writeString(file, "{}");
        Fx.onFx(() -> ((Button) stage.getScene().getRoot().lookup(".button.accent")).fire());
        Fx.waitFor("it is read", () -> !read.isEmpty());
        Fx.onFx(stage::hide);
        read.getFirst().state().close();
    }

    @Test
    void uncaughtExceptionIsShownOncePerOrigin() {
        List<Explanation> shown = new ArrayList<>();
        CrashHandler.showBy(shown::add);
        IllegalStateException bug = new IllegalStateException("a bug of this test");
        CrashHandler.caught("test", bug);
        CrashHandler.caught("test", bug);
        Fx.waitFor("it is shown", () -> !shown.isEmpty());
        Fx.pulse();
        CrashHandler.showBy(null);
        assertThat(shown).singleElement().satisfies(explanation -> {
            assertThat(explanation.expected()).isFalse();
            assertThat(explanation.detail()).contains("a bug of this test");
        });
    }
}
