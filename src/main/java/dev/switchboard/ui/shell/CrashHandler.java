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

/** Logs uncaught exceptions and shows each of them once per origin. */
final class CrashHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrashHandler.class);
    private static final Set<String> SEEN = new HashSet<>();
    private static volatile @Nullable Consumer<Explanation> shower;

    private CrashHandler() {}

    /** Installs the default handler for uncaught exceptions. */
    static void install() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> caught(thread.getName(), thrown));
    }

    /** Sets how exceptions are shown; null if they are only logged. */
    static void showBy(@Nullable Consumer<Explanation> dialog) {
        shower = dialog;
    }

    static void caught(String thread, Throwable thrown) {
        LOG.error("Uncaught exception on {}", thread, thrown);
        Consumer<Explanation> dialog = shower;
        if (dialog != null && first(thrown)) {
            Explanation explanation = new FailureExplainer(List.of()).of(thrown);
            Platform.runLater(() -> dialog.accept(explanation));
        }
    }

    /** Prevents a listener that fails on each pulse from opening many dialogs. */
    private static boolean first(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String place = thrown.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
        synchronized (SEEN) {
            return SEEN.add(place);
        }
    }
}
