package dev.switchboard.dynamodb.item;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Thrown when a transaction was canceled because a condition failed or another transaction was in progress. Nothing was written. */
public final class WriteConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ArrayList<Integer> failed;

    WriteConflictException(List<Integer> failed, boolean contended, DynamoDbException cause) {
        super("transaction cancelled; conditions that failed: " + failed + (contended ? "; rows were in use" : ""), cause);
        this.failed = new ArrayList<>(failed);
    }

    /** Returns the zero-based positions of the writes whose condition failed; empty if there was only a conflict with another transaction. */
    public List<Integer> failed() {
        return List.copyOf(failed);
    }
}
