package dev.switchboard.ui.shell;

import dev.switchboard.local.LocalEngines;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Settings;
import java.time.InstantSource;

/** Opens sessions that ask the window's operator for a password. */
final class SessionOpener {
    private SessionOpener() {}

    /** Not on the JavaFX thread: the clients' classes alone take a moment. */
    static Session open(Home home, Settings settings, PasswordPrompt prompt) {
        return new Session(home, settings, InstantSource.system(), prompt, new LocalEngines(home));
    }
}
