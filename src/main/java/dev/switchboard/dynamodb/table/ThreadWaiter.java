package dev.switchboard.dynamodb.table;

import dev.switchboard.job.Progress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.AbortedException;

/** Waits on a thread that may be asked to stop. */
public final class ThreadWaiter {
    private ThreadWaiter() {}

    /**
     * Waits that long, unless it is asked to stop.
     *
     * @throws dev.switchboard.failure.OperationCancelledException on request
     */
    public static void pause(Duration time, Progress progress) {
        progress.stopIfCancelled();
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while waiting", e);
        }
        progress.stopIfCancelled();
    }

    /** Waits for a count-down that is certain to come, whatever interrupts; an interrupt is kept for later. */
    static void surely(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
