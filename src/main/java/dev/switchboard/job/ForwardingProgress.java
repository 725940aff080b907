package dev.switchboard.job;

/** Passes everything on to another progress. A part of an operation overrides what it counts in its own way. */
public abstract class ForwardingProgress implements Progress {
    private final Progress whole;

    protected ForwardingProgress(Progress whole) {
        this.whole = whole;
    }

    @Override
    public void step(String text) {
        whole.step(text);
    }

    @Override
    public void advance(long done, long total) {
        whole.advance(done, total);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }

    @Override
    public void rateStarted(RateControl rate) {
        whole.rateStarted(rate);
    }

    @Override
    public void rateEnded(RateControl rate) {
        whole.rateEnded(rate);
    }
}
