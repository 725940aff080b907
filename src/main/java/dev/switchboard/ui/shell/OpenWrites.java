package dev.switchboard.ui.shell;

import dev.switchboard.journal.WritePermits;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UiJobs;
import java.util.List;

/** What is being written in an open session. JavaFX thread only. */
final class OpenWrites {
    private final WritePermits permits;
    private final UiJobs jobs;

    OpenWrites(UiContext context) {
        permits = context.session().permits();
        jobs = context.jobs();
    }

    /** Whether nothing is being written and the answer of each write was given. */
    boolean none() {
        return jobs.writing().isEmpty() && permits.open().isEmpty();
    }

    /** What is being written, with its progress where that is known; oldest first. */
    List<String> titles() {
        List<JobViewModel> writing = jobs.writing();
        return writing.isEmpty() ? permits.open() : writing.stream().map(OpenWrites::title).toList();
    }

    private static String title(JobViewModel job) {
        String progress = job.textProperty().get();
        return progress.isEmpty() ? job.title() : job.title() + " · " + progress;
    }

    /** Asks the jobs that write to stop. */
    void stop() {
        jobs.writing().forEach(JobViewModel::cancel);
    }
}
