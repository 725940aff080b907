package dev.switchboard.postgres.sql;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;

/** Writes down how a change of the database ended that something was thrown from. */
public final class DatabaseChangeOutcomes {
    private DatabaseChangeOutcomes() {}

    /** A transaction that ended before its commit wrote nothing; where the connection broke during it, nobody knows. */
    public static void note(WritePermit change, RuntimeException thrown) {
        switch (thrown) {
            case Failure failure when PostgresFailureExplainer.isCommitUnknown(failure) -> change.notKnown(failure.sentence());
            case OperationCancelledException cancelled -> change.failed(cancelled.sentence());
            case Failure failure -> change.ended(failure);
            default -> change.failed(String.valueOf(thrown.getMessage()));
        }
    }
}
