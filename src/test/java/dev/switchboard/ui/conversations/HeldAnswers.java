package dev.switchboard.ui.conversations;

import dev.switchboard.job.JobRunner;
import dev.switchboard.session.Session;
import dev.switchboard.ui.common.UiJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Runs jobs at once on the calling thread, and can hold their answers back as a busy JavaFX thread does. */
final class HeldAnswers implements Executor {
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;

    UiJobs jobs(Session session) {
        return new UiJobs(JobRunner.onCallingThread(), this, session.explanations());
    }

    /** From now on answers are held back. */
    void hold() {
        holding = true;
    }

    /** From now on answers are delivered at once; those that are held back stay so. */
    void deliverAtOnce() {
        holding = false;
    }

    /** Delivers what was held back, in its order. */
    void release() {
        holding = false;
        List<Runnable> late = List.copyOf(held);
        held.clear();
        late.forEach(Runnable::run);
    }

    @Override
    public void execute(Runnable answer) {
        if (holding) {
            held.add(answer);
        } else {
            answer.run();
        }
    }
}
