package dev.switchboard.cli.invocation;

import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the window for the command line, which must not load JavaFX itself. */
public interface UiLauncher {
    /**
     * Opens the window and waits until it is closed.
     *
     * @param commandLine the settings given as options
     * @param backup a backup that the window offers to restore; null for none
     * @return the exit status
     * @throws dev.switchboard.failure.OperationFailedException if there is no display
     */
    int openWindow(Environment environment, Map<Setting, String> commandLine, Home home, @Nullable Path backup);

    /**
     * Saves pictures of every screen, light and dark, without a display.
     *
     * @param session supplies the data of the screens; remains open
     * @param folder the folder for the pictures; created if it does not exist
     * @return the picture files
     */
    List<Path> drawPictures(Session session, Path folder);
}
