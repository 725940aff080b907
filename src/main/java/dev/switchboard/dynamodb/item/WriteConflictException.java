package dev.switchboard.dynamodb.item;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** A transaction was cancelled because rows were not as it demanded, or because another one was working on them. Nothing was written. */
public final class WriteConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ArrayList<Integer> failed;

    WriteConflictException(List<Integer> failed, boolean contended, DynamoDbException cause) {
        super("transaction cancelled; conditions that failed: " + failed + (contended ? "; rows were in use" : ""), cause);
        this.failed = new ArrayList<>(failed);
    }

    /** The positions, from 0, of the writes whose condition did not hold; empty where only another transaction was in the way. */
    public List<Integer> failed() {
        return List.copyOf(failed);
    }
}
