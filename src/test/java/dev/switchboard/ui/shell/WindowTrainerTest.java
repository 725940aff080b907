package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowTrainerTest {
    @TempDir
    Path home;

    @Test
    void closesTheWindowWhenTheFirstScreenIsComplete() {
        LaunchOptions start = new LaunchOptions(new Home(home), TestSettings.fresh(home), Map.of(), Environment.DEV, null);
        Stage stage = Fx.onFx(() -> new Stage());
        List<String> visited = new ArrayList<>();
        MainWindow window = Fx.onFx(() -> {
            MainWindow made = new MainWindow(stage, start, WindowSettings.read(start.home()));
            made.shell().model().screenProperty().addListener((observable, old, now) -> visited.add(now));
            made.show();
            WindowTrainer.begin(made);
            return made;
        });
        Fx.waitFor("it closes itself", () -> !stage.isShowing());
        Fx.onFx(() -> window.close()).join();
        assertThat(visited).as("only the start is trained").containsExactly("overview", "");
    }
}
