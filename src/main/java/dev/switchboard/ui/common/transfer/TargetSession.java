package dev.switchboard.ui.common.transfer;

import dev.switchboard.local.LocalEngines;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Settings;
import dev.switchboard.ui.common.UiContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The session that a copy writes to: that of the window, or one of another environment, with the settings of that environment and a lock of
 * its own.
 *
 * @param typed what unlocks the other environment for as long as the session is open; null if it needs no unlocking
 */
record TargetSession(UiContext context, Environment environment, @Nullable String typed) {
    /** Calls with the session, which is open for the call only unless it is that of the window. Not on the JavaFX thread. */
    <T> T call(Function<Session, T> action) {
        if (environment == context.session().environment()) {
            return action.apply(context.session());
        }
        // What the command line names, such as an endpoint, is of the first session.
        Settings settings = Settings.resolve(
                environment, Map.of(), context.sources().variables(), context.sources().file());
        try (Session other = new Session(
                context.session().home(), settings, InstantSource.system(), null, new LocalEngines(context.session().home()))) {
            if (typed != null) {
                other.lock().unlockUntilClosed(typed);
            }
            return action.apply(other);
        }
    }
}
