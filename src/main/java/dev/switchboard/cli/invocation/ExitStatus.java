package dev.switchboard.cli.invocation;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.failure.PartialCompletionException;

/** The exit statuses of the command line. */
public final class ExitStatus {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_COMMAND_LINE = 2;
    public static final int REFUSED = 3;
    /** Partly done, or done with findings. */
    public static final int FINDINGS = 4;

    public static final int INTERRUPTED = 130;

    private ExitStatus() {}

    /** Returns the status for an exception. The outermost failure of this program decides; any other exception is a failure. */
    public static int of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Failure failure) {
                return switch (failure) {
                    case OperationFailedException failed -> FAILED;
                    case InvalidInputException input -> FAILED;
                    case OperationRefusedException refused -> REFUSED;
                    case PartialCompletionException partly -> FINDINGS;
                    case OperationCancelledException cancelled -> INTERRUPTED;
                };
            }
        }
        return FAILED;
    }
}
