package dev.switchboard.dynamodb.edit;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What became of edits that were committed part by part.
 *
 * @param change the ID of the change in the journal
 * @param edits the number of edits that became known
 * @param conflicts the number of edits whose item was not as it was read
 * @param unanswered the number of edits of which it is unknown whether they were written
 * @param canceled whether it was canceled before the end
 * @param problem why it stopped before its end; null if it did not
 */
public record EditStreamReport(
        String change, long edits, long written, long conflicts, long rejected, long unanswered, boolean canceled,
        @Nullable String problem) {
    private static final Messages TEXT = Messages.of(EditStreamReport.class);

    /** One sentence or two: how many edits were written, and what became of the others. */
    public String summary() {
        String counts = TEXT.get("report.counts", written, edits, conflicts, rejected, unanswered);
        return problem == null ? counts : counts + " " + problem;
    }

    /** Returns this report as a failure; null if every edit was written. */
    public @Nullable Failure failure() {
        if (canceled) {
            return new OperationCancelledException(TEXT.get("report.canceled", summary()), null);
        }
        if (written == edits && problem == null) {
            return null;
        }
        return written > 0 || unanswered > 0
                ? new PartialCompletionException(summary(), TEXT.get("report.remedy"))
                : new OperationFailedException(summary(), TEXT.get("report.remedy"));
    }
}
