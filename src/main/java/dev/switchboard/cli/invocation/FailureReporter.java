package dev.switchboard.cli.invocation;

import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.SecretMasker;
import dev.switchboard.text.TerminalText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Reports a failure: one line with the remedy; the stack trace if requested; a bug is also logged. */
public final class FailureReporter {
    private static final Messages TEXT = Messages.of(FailureReporter.class);
    private final CliContext context;
    private @Nullable FailureExplainer explanations;

    public FailureReporter(CliContext context) {
        this.context = context;
    }

    /** Uses the explanations of the session, which are more specific. */
    public void use(FailureExplainer ofSession) {
        explanations = ofSession;
    }

    /**
     * Prints the failure.
     *
     * @param interrupted whether the user interrupted the run, which is then reported as the cause
     * @return the exit status
     */
    public int report(Throwable thrown, boolean verbose, boolean interrupted) {
        boolean stopped = interrupted && !(thrown instanceof OperationCancelledException);
        Explanation explanation = stopped
                ? new Explanation(TEXT.get("stopped"), TEXT.get("stopped.remedy"), String.valueOf(thrown), true)
                : explanations().of(thrown);
        String remedy = explanation.expected() ? explanation.remedy() : TEXT.get("bug.remedy", context.home().logs());
        String line = explanation.sentence() + (remedy == null ? "" : " " + remedy);
        context.err().println(TEXT.get("failure", TerminalText.single(SecretMasker.text(line)).strip()));
        if (verbose) {
            context.err().print(SecretMasker.text(trace(thrown)));
        }
        if (!explanation.expected()) {
            LoggerFactory.getLogger(FailureReporter.class).error(explanation.sentence(), thrown);
        }
        return stopped ? ExitStatus.INTERRUPTED : ExitStatus.of(thrown);
    }

    private static String trace(Throwable thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }

    private FailureExplainer explanations() {
        FailureExplainer known = explanations;
        return known == null ? new FailureExplainer(List.of(new AwsFailureExplainer())) : known;
    }
}
