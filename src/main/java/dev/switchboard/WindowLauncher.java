package dev.switchboard;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.UiLauncher;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.shell.ScreenshotWriter;
import dev.switchboard.ui.shell.SwitchboardWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Opens the window from the command line. The only class that knows both. */
final class WindowLauncher implements UiLauncher {
    private static final Messages TEXT = Messages.of(WindowLauncher.class);
    private static final AtomicBoolean OPENED = new AtomicBoolean();

    @Override
    public int openWindow(Environment environment, Map<Setting, String> commandLine, Home home, @Nullable Path backup) {
        if (!hasDisplay(System.getProperty("os.name", ""), System.getenv(), System.getProperty("glass.platform"))) {
            throw new OperationFailedException(TEXT.get("display.none"), TEXT.get("display.none.remedy"));
        }
        OPENED.set(true);
        LogFile.writeInBackground();
        try {
            SwitchboardWindow.open(home, commandLine, environment, backup);
        } catch (UnsupportedOperationException e) {
            // JavaFX throws this if DISPLAY names a display that does not respond.
            throw new OperationFailedException(TEXT.get("display.none"), TEXT.get("display.none.remedy"), e);
        }
        return ExitStatus.DONE;
    }

    /**
     * Closes the window if one is open, for example when its user logs out. If none was opened, no window class is loaded.
     *
     * @return whether a window was open
     */
    static boolean leave() {
        boolean opened = OPENED.get();
        if (opened) {
            SwitchboardWindow.leave();
        }
        return opened;
    }

    @Override
    public List<Path> drawPictures(Session session, Path folder) {
        return ScreenshotWriter.draw(session, folder);
    }

    /** Whether the window can be shown: always, except on Linux without a display server. */
    static boolean hasDisplay(String system, Map<String, String> variables, @Nullable String glassPlatform) {
        boolean linux = system.toLowerCase(Locale.ROOT).contains("linux");
        return !linux || "Headless".equals(glassPlatform) || isSet(variables, "DISPLAY") || isSet(variables, "WAYLAND_DISPLAY");
    }

    private static boolean isSet(Map<String, String> variables, String name) {
        @Nullable String value = variables.get(name);
        return value != null && !value.isBlank();
    }
}
