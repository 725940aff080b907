package dev.switchboard.ui.shell;

import dev.switchboard.environment.Environment;
import dev.switchboard.environment.Home;
import dev.switchboard.environment.Setting;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The door to the window for the program's main class, which must not extend Application itself. */
public final class SwitchboardWindow {
    private static final AtomicReference<@Nullable Start> START = new AtomicReference<>();

    private SwitchboardWindow() {}

    /**
     * Opens the window and returns when it was closed and its session with it. Once in a process.
     *
     * @param commandLine settings given on the command line
     * @param environment which is opened first
     */
    public static void open(Home home, Map<Setting, String> commandLine, Environment environment) {
        START.set(new Start(home, commandLine, System.getenv(), environment));
        Crashes.install();
        Application.launch(SwitchboardApplication.class);
    }

    /** What {@link #open} was given. JavaFX makes the Application by itself and passes it nothing but strings. */
    static Start start() {
        Start start = START.get();
        if (start == null) {
            throw new IllegalStateException("Call SwitchboardWindow.open first");
        }
        return start;
    }
}
