package dev.switchboard.cli;

import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the command line can start but must not know, because it would load JavaFX. */
public interface UiLauncher {
    /**
     * Opens the window and waits until it is closed.
     *
     * @param commandLine the settings that were given as options
     * @param backup a backup that the window offers to restore at once, null for none
     * @return the exit status
     * @throws dev.switchboard.failure.OperationFailedException where there is no display
     */
    int openWindow(Environment environment, Map<Setting, String> commandLine, Home home, @Nullable Path backup);

    /**
     * Draws every screen, light and dark, without a display.
     *
     * @param session whose data the pictures show; stays open
     * @param folder where they are written; made where it is absent
     * @return the files
     */
    List<Path> drawPictures(Session session, Path folder);
}
