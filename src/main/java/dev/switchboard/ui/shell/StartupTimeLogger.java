package dev.switchboard.ui.shell;

import dev.switchboard.job.Job;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.UiJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the time from the start of the process to the end of each phase of the startup. Useful for reports of slow starts; the benchmark
 * reads it.
 */
final class StartupTimeLogger {
    private static final Logger LOG = LoggerFactory.getLogger(StartupTimeLogger.class);

    /** A frame is on the screen when the layout of the next pulse ends. */
    private static final int DRAWN_AFTER = 2;

    private final Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    private final Set<StartupPhase> complete = EnumSet.noneOf(StartupPhase.class);
    private final List<Job<?>> header = new ArrayList<>();

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
                    reached(StartupPhase.FRAME);
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
                if (change.getRemoved().stream().anyMatch(job -> job.endedWell() && header.stream().noneMatch(job::isOf))) {
                    reached(StartupPhase.RESULT);
                }
            }
        });
    }

    /** Does not count a job whose result only the header shows. */
    void ignore(Job<?> job) {
        if (!complete.contains(StartupPhase.RESULT)) {
            header.add(job);
        }
    }

    /** A phase is complete. */
    void reached(StartupPhase phase) {
        reached(phase, Instant.now());
    }

    /** A phase was complete at that time. Logs it on another thread, because the log is a file; only the first time counts. */
    void reached(StartupPhase phase, Instant at) {
        if (complete.add(phase)) {
            long millis = Duration.between(started, at).toMillis();
            Thread.ofVirtual().start(() -> LOG.info("{} after {} ms", phase.text(), millis));
        }
    }
}
