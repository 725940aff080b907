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
 * Tells the log how long the start took, from the beginning of the process to the first picture and to the first answer that
 * a screen showed: what an operator who finds it slow can send us, and what the benchmark reads.
 */
final class StartupTimeLogger {
    private static final Logger LOG = LoggerFactory.getLogger(StartupTimeLogger.class);

    /** The picture of one pulse is on the screen when the layout of the next one ends. */
    private static final int DRAWN_AFTER = 2;

    private final Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    private boolean answered;
    private @Nullable Job<?> header;

    /**
     * Waits for the first picture of this scene.
     *
     * @param then run on the JavaFX thread when the picture stands
     */
    void firstPicture(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                pulses++;
                if (pulses == DRAWN_AFTER) {
                    scene.removePostLayoutPulseListener(this);
                    tell("first picture after {} ms");
                    Platform.runLater(then);
                } else {
                    Platform.requestNextPulse();
                }
            }
        });
    }

    /** Waits for the first answer in the process that a screen shows. */
    void firstAnswer(UiJobs jobs) {
        jobs.running().addListener((ListChangeListener<JobViewModel>) change -> {
            while (change.next()) {
                if (!answered && change.getRemoved().stream().anyMatch(job -> job.endedWell() && (header == null || !job.isOf(header)))) {
                    answered = true;
                    tell("first answer after {} ms");
                }
            }
        });
    }

    /** Does not count a job whose answer only the header shows. */
    void ignore(Job<?> job) {
        header = job;
    }

    /** The log is a file, so not on this thread. */
    private void tell(String sentence) {
        long millis = Duration.between(started, Instant.now()).toMillis();
        Thread.ofVirtual().start(() -> LOG.info(sentence, millis));
    }
}
