package dev.switchboard.ui.shell;

import dev.switchboard.failure.Failure;
import dev.switchboard.ui.common.Fonts;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** JavaFX's view of the program. Public because JavaFX makes it by reflection. */
public final class SwitchboardApplication extends Application {
    private final SwitchboardWindow.WindowRequest opening = SwitchboardWindow.opening();
    private @Nullable WindowSettings kept;
    private @Nullable Failure unreadable;
    private @Nullable MainWindow window;

    /** Reads what must be known before the first picture; runs beside the toolkit's own start, not on its thread. */
    @Override
    public void init() {
        Fonts.load();
        try {
            kept = WindowSettings.read(opening.start().home());
        } catch (Failure e) {
            unreadable = e;
        }
    }

    @Override
    public void start(Stage stage) {
        if (unreadable != null) {
            new UnreadableSettingsPage(stage, opening.start().home(), found -> show(stage, found)).show(unreadable);
        } else if (kept != null) {
            show(stage, kept);
        }
    }

    private void show(Stage stage, WindowSettings found) {
        MainWindow made = new MainWindow(stage, opening.start(), found);
        window = made;
        SwitchboardWindow.stands(made);
        made.show();
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
