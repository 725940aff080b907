package dev.switchboard.dynamodb.batch;

import dev.switchboard.job.ForwardingProgress;
import dev.switchboard.job.Progress;

/** Forwards progress with a total that the reporter does not know. */
public final class FixedTotalProgress extends ForwardingProgress {
    private final long total;

    public FixedTotalProgress(Progress progress, long total) {
        super(progress);
        this.total = total;
    }

    @Override
    public void advance(long done, long ofTotal) {
        super.advance(done, total);
    }
}
