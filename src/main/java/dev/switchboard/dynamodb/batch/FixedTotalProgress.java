package dev.switchboard.dynamodb.batch;

import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;

/** Forwards progress with a total that the reporter does not know. */
public record FixedTotalProgress(Progress progress, long total) implements Progress {
    @Override
    public void step(String text) {
        progress.step(text);
    }

    @Override
    public void advance(long done, long ofTotal) {
        progress.advance(done, total);
    }

    @Override
    public boolean isCancelled() {
        return progress.isCancelled();
    }

    @Override
    public void rateStarted(RateControl rate) {
        progress.rateStarted(rate);
    }

    @Override
    public void rateEnded(RateControl rate) {
        progress.rateEnded(rate);
    }
}
