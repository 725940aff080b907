package dev.switchboard.dynamodb;

import dev.switchboard.environment.AwsFailures;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failure;
import dev.switchboard.journal.Recording;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Writes down how a change of rows ended that something was thrown from. */
public final class Endings {
    private static final int SERVER_ERROR = 500;

    private Endings() {}

    /** Where no answer came after its rows were sent, it is not known whether they were written. */
    public static void note(Recording change, RuntimeException thrown) {
        switch (thrown) {
            case Failure failure -> change.ended(failure);
            case WriteConflict conflict -> change.failed(words(conflict));
            case AwsServiceException refused when refused.statusCode() < SERVER_ERROR -> change.failed(words(refused));
            default -> {
                if (change.rows() == 0) {
                    change.failed(words(thrown));
                } else {
                    change.notKnown(words(thrown));
                }
            }
        }
    }

    /** The same for what has no rows: an answer that never came leaves open whether it was done. */
    static void noteEvent(Recording change, RuntimeException thrown) {
        switch (thrown) {
            case Failure failure -> change.ended(failure);
            case AwsServiceException refused when refused.statusCode() < SERVER_ERROR -> change.failed(words(refused));
            default -> change.notKnown(words(thrown));
        }
    }

    static String words(RuntimeException thrown) {
        @Nullable Explanation explanation = new AwsFailures().explain(thrown);
        return explanation == null ? String.valueOf(thrown.getMessage()) : explanation.sentence();
    }
}
