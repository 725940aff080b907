package dev.switchboard.ui.testing;

import dev.switchboard.activity.Backend;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Job;
import dev.switchboard.job.Progress;
import dev.switchboard.job.Work;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermits;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that writes until the test ends it; where it was stopped before, it says what it left behind. */
public final class HeldWrite implements Work<String> {
    /** What it says after a stop. */
    public static final String STOPPED = "Stopped. 25 of 100 items were written.";

    private final WritePermits permits;
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Progress progress = Progress.NONE;

    /** @param permits those of the session that it writes in; null where only the job knows that it writes */
    public HeldWrite(WritePermits permits) {
        this.permits = permits;
    }

    @Override
    public String run(Progress mine) {
        progress = mine;
        if (permits == null) {
            Job.current().beginWriting();
            return write();
        }
        try (WriteAuthorization _ = permits.authorize(Backend.DYNAMODB, "tables restore", "Restore cruddur-messages")) {
            return write();
        }
    }

    private String write() {
        writing.countDown();
        while (true) {
            try {
                end.await();
                break;
            } catch (InterruptedException e) {
                // A write ends where its work says, not where it is interrupted.
            }
        }
        if (progress.isCancelled()) {
            throw new OperationCancelledException(STOPPED, null);
        }
        return "Wrote 100 items.";
    }

    /** Waits until it writes. */
    public void awaitWriting() {
        try {
            if (!writing.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("It does not write");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether it was asked to stop. */
    public boolean isAskedToStop() {
        return progress.isCancelled();
    }

    /** Lets it end. */
    public void end() {
        end.countDown();
    }
}
