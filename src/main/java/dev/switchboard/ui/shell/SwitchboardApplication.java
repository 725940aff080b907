package dev.switchboard.ui.shell;

import dev.switchboard.failure.Failure;
import dev.switchboard.ui.common.Fonts;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** JavaFX's view of the program. Public because JavaFX makes it by reflection. */
public final class SwitchboardApplication extends Application {
    private final SwitchboardWindow.WindowRequest opening = SwitchboardWindow.opening();
    private @Nullable MainWindow window;

    /** Loads the fonts, which needs the toolkit and not its thread. */
    @Override
    public void init() {
        Fonts.load();
    }

    @Override
    public void start(Stage stage) {
        try {
            show(stage, opening.settings().join());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Failure unreadable)) {
                throw e;
            }
            new UnreadableSettingsPage(stage, opening.start().home(), found -> show(stage, found)).show(unreadable);
        }
    }

    private void show(Stage stage, WindowSettings found) {
        Instant toolkit = Instant.now();
        MainWindow made = new MainWindow(stage, opening.start(), found);
        StartupTimeLogger times = made.shell().times();
        times.reached(StartupPhase.PROGRAM, opening.at());
        times.reached(StartupPhase.TOOLKIT, toolkit);
        times.reached(StartupPhase.SCENE);
        window = made;
        SwitchboardWindow.stands(made);
        made.show();
        times.reached(StartupPhase.STAGE);
        opening.shown().accept(made);
    }

    /** Runs when the last window is gone. The session is closed meanwhile; whoever opened the window waits for that. */
    @Override
    public void stop() {
        MainWindow open = window;
        if (open != null) {
            SwitchboardWindow.closing(open.close());
        }
        Platform.exit();
    }
}
