package dev.switchboard.postgres.sql;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;

/** Records the outcome of a failed database change in the journal. */
public final class DatabaseChangeOutcomes {
    private DatabaseChangeOutcomes() {}

    /** Records the outcome. A transaction that failed before its commit wrote nothing; if the connection broke during the commit, it is unknown. */
    public static void note(WritePermit change, RuntimeException thrown) {
        switch (thrown) {
            case Failure failure when PostgresFailureExplainer.isCommitUnknown(failure) -> change.notKnown(failure.sentence());
            case OperationCancelledException cancelled -> change.failed(cancelled.sentence());
            case Failure failure -> change.ended(failure);
            default -> change.failed(String.valueOf(thrown.getMessage()));
        }
    }
}
