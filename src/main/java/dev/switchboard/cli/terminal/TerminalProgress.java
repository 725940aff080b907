package dev.switchboard.cli.terminal;

import dev.switchboard.job.Job;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateText;
import dev.switchboard.text.Messages;
import dev.switchboard.text.TerminalText;

/** Shows the progress of a job on one line of a terminal, which is overwritten and finally cleared. */
public final class TerminalProgress {
    private static final Messages TEXT = Messages.of(TerminalProgress.class);
    private static final long EVERY_NANOS = 100_000_000;
    private static final long FIRST_AFTER_NANOS = 500_000_000;
    private static final int WIDEST = 78;
    private final TerminalStream terminal;
    private final long startedNanos = System.nanoTime();
    private long drawnNanos;
    private boolean visible;

    /** @param terminal standard error */
    public TerminalProgress(TerminalStream terminal) {
        this.terminal = terminal;
    }

    /** Shows the state of the job, unless it was updated a moment ago. */
    public synchronized void show(Job<?> job) {
        long now = System.nanoTime();
        if (job.state().isFinal() || now - startedNanos < FIRST_AFTER_NANOS || now - drawnNanos < EVERY_NANOS) {
            return;
        }
        drawnNanos = now;
        String line = TerminalText.single(line(job));
        terminal.replaceLine(TextWidth.cut(line, WIDEST));
        visible = true;
    }

    private static String line(Job<?> job) {
        String rates = RateText.of(job.rates().current());
        return rates.isEmpty() ? count(job) : TEXT.get("progress.capacity", count(job), rates);
    }

    private static String count(Job<?> job) {
        if (job.done() == 0) {
            return job.step();
        }
        if (job.total() != Progress.UNKNOWN) {
            return TEXT.get("progress.of", job.step(), job.done(), job.total());
        }
        double seconds = Math.max(0.001, job.elapsed().toNanos() / 1e9);
        return TEXT.get("progress.rate", job.step(), job.done(), Math.round(job.done() / seconds));
    }

    /** Clears the line. */
    public synchronized void wipe() {
        if (visible) {
            terminal.replaceLine("");
            visible = false;
        }
    }
}
