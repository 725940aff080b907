package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Records the outcome of a failed change of items in the journal. */
public final class ChangeOutcomes {
    private static final Messages TEXT = Messages.of(ChangeOutcomes.class);
    private static final int SERVER_ERROR = 500;

    private ChangeOutcomes() {}

    /**
     * Records the outcome of a change, and returns the exception to throw. If no response arrived after its items were sent, it is unknown
     * whether they were written, and the exception says so.
     */
    public static RuntimeException told(WritePermit change, RuntimeException thrown) {
        return change.rows() == 0 ? failed(change, thrown) : toldEvent(change, thrown);
    }

    /** Does the same for an operation without items: without a response, its outcome is unknown. */
    public static RuntimeException toldEvent(WritePermit change, RuntimeException thrown) {
        return switch (thrown) {
            case Failure failure -> failed(change, failure);
            case WriteConflictException conflict -> failed(change, conflict);
            case TokenConflictException taken -> failed(change, taken);
            case AwsServiceException refused when isRefusal(refused) -> failed(change, refused);
            default -> {
                change.notKnown(words(thrown));
                yield open(change, thrown);
            }
        };
    }

    /** Returns whether the service rejected the request, which a response without an error code does not tell. */
    private static boolean isRefusal(AwsServiceException thrown) {
        return thrown.statusCode() < SERVER_ERROR && thrown.awsErrorDetails() != null && thrown.awsErrorDetails().errorCode() != null;
    }

    private static RuntimeException failed(WritePermit change, RuntimeException thrown) {
        if (thrown instanceof Failure failure) {
            change.ended(failure);
        } else {
            change.failed(words(thrown));
        }
        return thrown;
    }

    private static RuntimeException open(WritePermit change, RuntimeException thrown) {
        String remedy = TEXT.get("unanswered.remedy", change.id());
        return switch (thrown) {
            case AbortedException stopped -> new OperationCancelledException(TEXT.get("unanswered.stopped"), remedy, stopped);
            case SdkException unanswered -> new OperationFailedException(TEXT.get("unanswered", words(unanswered)), remedy, unanswered);
            default -> thrown;
        };
    }

    public static String words(RuntimeException thrown) {
        @Nullable Explanation explanation = new AwsFailureExplainer().explain(thrown);
        return explanation == null ? String.valueOf(thrown.getMessage()) : explanation.sentence();
    }
}
