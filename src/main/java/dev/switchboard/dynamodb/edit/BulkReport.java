package dev.switchboard.dynamodb.edit;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bulk edit.
 *
 * @param change the ID of the change in the journal
 * @param read items that were read
 * @param written items that were changed or deleted
 * @param unchanged items that needed no change
 * @param skipped items that were changed or deleted by others since they were read
 * @param rejected items whose change DynamoDB rejected
 * @param unanswered items of which it is unknown whether they were changed
 * @param exceptions the first items that were not written, with the reason
 * @param canceled whether it was canceled
 * @param problem why it stopped before its end; null if it did not
 */
public record BulkReport(
        String change,
        long read,
        long written,
        long unchanged,
        long skipped,
        long rejected,
        long unanswered,
        List<BulkException> exceptions,
        boolean canceled,
        @Nullable String problem) {
    private static final Messages TEXT = Messages.of(BulkReport.class);

    /** An item that was not written, and what became of it. */
    public record BulkException(Item item, EditResult result) {}

    public BulkReport {
        exceptions = List.copyOf(exceptions);
    }

    /** Whether every item is as it was to be. */
    public boolean complete() {
        return !canceled && problem == null && skipped + rejected + unanswered == 0;
    }

    /** One sentence or two with the numbers. */
    public String summary() {
        String counts = TEXT.get("bulk.counts", written, read, unchanged, skipped, rejected, unanswered);
        return problem == null ? counts : counts + " " + problem;
    }

    /** Returns this report as a failure, for callers that report one; null if it is complete. */
    public @Nullable Failure failure() {
        if (complete()) {
            return null;
        }
        if (canceled) {
            return new OperationCancelledException(TEXT.get("report.canceled", summary()), TEXT.get("bulk.undo", change));
        }
        return written > 0 || unanswered > 0
                ? new PartialCompletionException(summary(), TEXT.get("bulk.again"))
                : new OperationFailedException(summary(), TEXT.get("bulk.again"));
    }
}
