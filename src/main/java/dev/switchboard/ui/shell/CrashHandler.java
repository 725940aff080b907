package dev.switchboard.ui.shell;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last net: an exception nobody caught is logged and shown, once for each place it comes from. */
final class CrashHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrashHandler.class);
    private static final Set<String> SEEN = new HashSet<>();
    private static volatile @Nullable Consumer<Explanation> shower;

    private CrashHandler() {}

    /** Becomes the handler of all threads that have none of their own. */
    static void install() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> caught(thread.getName(), thrown));
    }

    /** Shows what comes from now on by this; null stops that, and the log alone remains. */
    static void showBy(@Nullable Consumer<Explanation> dialog) {
        shower = dialog;
    }

    static void caught(String thread, Throwable thrown) {
        LOG.error("Nobody caught this on {}", thread, thrown);
        Consumer<Explanation> dialog = shower;
        if (dialog != null && first(thrown)) {
            Explanation explanation = new FailureExplainer(List.of()).of(thrown);
            Platform.runLater(() -> dialog.accept(explanation));
        }
    }

    /** A listener that fails at each pulse must not bury the window in dialogs. */
    private static boolean first(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String place = thrown.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
        synchronized (SEEN) {
            return SEEN.add(place);
        }
    }
}
