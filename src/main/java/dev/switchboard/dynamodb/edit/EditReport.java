package dev.switchboard.dynamodb.edit;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of edits that were committed together.
 *
 * @param change the ID of the change in the journal
 * @param results one for each edit, in their order
 * @param canceled whether it was canceled before the last edit was sent
 * @param problem why it stopped before its end; null if it did not
 */
public record EditReport(String change, List<EditResult> results, boolean canceled, @Nullable String problem) {
    private static final Messages TEXT = Messages.of(EditReport.class);

    public EditReport {
        results = List.copyOf(results);
    }

    /** The number of edits that were written. */
    public long written() {
        return count(EditResult.Written.class);
    }

    /** The number of edits whose item was not as it was read. */
    public long conflicts() {
        return count(EditResult.Conflict.class);
    }

    /** The number of edits of which it is unknown whether they were written. */
    public long unanswered() {
        return count(EditResult.Unanswered.class);
    }

    private long count(Class<? extends EditResult> kind) {
        return results.stream().filter(kind::isInstance).count();
    }

    /** Whether every edit was written. */
    public boolean complete() {
        return written() == results.size();
    }

    /** One sentence or two: how many edits were written, and what became of the others. */
    public String summary() {
        String counts = TEXT.get("report.counts", written(), results.size(), conflicts(), count(EditResult.Rejected.class), unanswered());
        return problem == null ? counts : counts + " " + problem;
    }

    /** Returns this report as a failure, for callers that report one; null if every edit was written. */
    public @Nullable Failure failure() {
        if (complete()) {
            return null;
        }
        if (canceled) {
            return new OperationCancelledException(TEXT.get("report.canceled", summary()), null);
        }
        return written() > 0 || unanswered() > 0
                ? new PartialCompletionException(summary(), TEXT.get("report.remedy"))
                : new OperationFailedException(summary(), TEXT.get("report.remedy"));
    }
}
