package dev.switchboard.ui.shell;

import dev.switchboard.job.Job;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.UiJobs;
import java.time.Duration;
import java.time.Instant;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the startup time from the start of the process to the first frame and to the first result shown on a screen. Useful for reports of
 * slow starts; the benchmark reads it.
 */
final class StartupTimeLogger {
    private static final Logger LOG = LoggerFactory.getLogger(StartupTimeLogger.class);

    /** A frame is on the screen when the layout of the next pulse ends. */
    private static final int DRAWN_AFTER = 2;

    private final Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    private boolean answered;
    private @Nullable Job<?> header;

    /**
     * Waits for the first frame of a scene.
     *
     * @param then runs on the JavaFX thread after the first frame
     */
    void firstPicture(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                pulses++;
                if (pulses == DRAWN_AFTER) {
                    scene.removePostLayoutPulseListener(this);
                    tell("First frame shown after {} ms");
                    Platform.runLater(then);
                } else {
                    Platform.requestNextPulse();
                }
            }
        });
    }

    /** Waits for the first result of a job that is shown on a screen. */
    void firstAnswer(UiJobs jobs) {
        jobs.running().addListener((ListChangeListener<JobViewModel>) change -> {
            while (change.next()) {
                if (!answered && change.getRemoved().stream().anyMatch(job -> job.endedWell() && (header == null || !job.isOf(header)))) {
                    answered = true;
                    tell("First result shown after {} ms");
                }
            }
        });
    }

    /** Does not count a job whose result only the header shows. */
    void ignore(Job<?> job) {
        header = job;
    }

    /** Logs on another thread, because the log is a file. */
    private void tell(String sentence) {
        long millis = Duration.between(started, Instant.now()).toMillis();
        Thread.ofVirtual().start(() -> LOG.info(sentence, millis));
    }
}
