package dev.switchboard.postgres.sql;

import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Failure;
import dev.switchboard.journal.Recording;
import dev.switchboard.postgres.connection.PostgresFailures;

/** Writes down how a change of the database ended that something was thrown from. */
public final class Endings {
    private Endings() {}

    /** A transaction that ended before its commit wrote nothing; where the connection broke during it, nobody knows. */
    public static void note(Recording change, RuntimeException thrown) {
        switch (thrown) {
            case Failure failure when PostgresFailures.isCommitUnknown(failure) -> change.notKnown(failure.sentence());
            case Cancelled cancelled -> change.failed(cancelled.sentence());
            case Failure failure -> change.ended(failure);
            default -> change.failed(String.valueOf(thrown.getMessage()));
        }
    }
}
