package dev.switchboard.cli.invocation;

import dev.switchboard.cli.terminal.BrokenPipeException;
import dev.switchboard.cli.terminal.TerminalStream;
import dev.switchboard.text.Messages;
import dev.switchboard.text.TerminalText;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides at the end of a run whether its output has arrived. */
public final class OutputChecker {
    private static final Messages TEXT = Messages.of(OutputChecker.class);
    /** The system's word for an output that was closed before the start. */
    private static final String CLOSED = "Bad file descriptor";

    private OutputChecker() {}

    /**
     * Returns the exit status of a run whose output counts: 1 with a sentence if it could not be written, 0 if the reader of a pipe has
     * closed it. The status of a run that failed for another reason stays. Standard error may have been closed on purpose, to silence it;
     * on a full disk it loses what the user must know, such as that there are more items.
     */
    public static int status(int status, TerminalStream out, TerminalStream err) {
        if (status != ExitStatus.DONE && status != ExitStatus.FINDINGS) {
            out.flush();
            err.flush();
            return status;
        }
        out.flush();
        @Nullable IOException lost = out.failure();
        if (lost instanceof BrokenPipeException) {
            return ExitStatus.DONE;
        }
        if (lost != null) {
            String reason = TerminalText.single(Objects.requireNonNullElse(lost.getMessage(), lost.getClass().getSimpleName()));
            err.println(TEXT.get("failure", TEXT.get("output.lost", reason) + " " + TEXT.get("output.lost.remedy")));
        }
        err.flush();
        return lost == null && !isLost(err.failure()) ? status : ExitStatus.FAILED;
    }

    private static boolean isLost(@Nullable IOException failure) {
        return failure != null && !(failure instanceof BrokenPipeException) && !CLOSED.equals(failure.getMessage());
    }
}
