package dev.switchboard.cli;

import dev.switchboard.aws.AwsFailures;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Explanations;
import dev.switchboard.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Tells of a failure: one line with the remedy; the stack trace only where it was asked for, and of a bug also in the log. */
final class FailureReport {
    private static final Messages TEXT = Messages.of(FailureReport.class);
    private final Surroundings surroundings;
    private @Nullable Explanations explanations;

    FailureReport(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** From now on the session's own explanations are used, which know more than those without one. */
    void use(Explanations ofSession) {
        explanations = ofSession;
    }

    /**
     * Writes the line.
     *
     * @param interrupted whether the operator stopped the run, which is then the reason whatever was thrown
     * @return the exit status
     */
    int report(Throwable thrown, boolean verbose, boolean interrupted) {
        boolean stopped = interrupted && !(thrown instanceof Cancelled);
        Explanation explanation = stopped
                ? new Explanation(TEXT.get("stopped"), TEXT.get("stopped.remedy"), String.valueOf(thrown), true)
                : explanations().of(thrown);
        String remedy = explanation.expected() ? explanation.remedy() : TEXT.get("bug.remedy", surroundings.home().logs());
        String line = explanation.sentence() + (remedy == null ? "" : " " + remedy);
        surroundings.err().println(TEXT.get("failure", Lines.single(line).strip()));
        if (verbose) {
            thrown.printStackTrace(surroundings.err());
        }
        if (!explanation.expected()) {
            LoggerFactory.getLogger(FailureReport.class).error(explanation.sentence(), thrown);
        }
        return stopped ? ExitStatus.INTERRUPTED : ExitStatus.of(thrown);
    }

    private Explanations explanations() {
        Explanations known = explanations;
        return known == null ? new Explanations(List.of(new AwsFailures())) : known;
    }
}
