package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.AwsFailures;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failed;
import dev.switchboard.failure.Failure;
import dev.switchboard.journal.Recording;
import dev.switchboard.text.Messages;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Writes down how a change of rows ended that something was thrown from. */
public final class Endings {
    private static final Messages TEXT = Messages.of(Endings.class);
    private static final int SERVER_ERROR = 500;

    private Endings() {}

    /**
     * Notes how a change ended, and gives what is to be thrown. Where no answer came after its rows were sent, it is not known whether
     * they were written, and what is thrown says so.
     */
    public static RuntimeException told(Recording change, RuntimeException thrown) {
        return change.rows() == 0 ? failed(change, thrown) : toldEvent(change, thrown);
    }

    /** The same for what has no rows: an answer that never came leaves open whether it was done. */
    public static RuntimeException toldEvent(Recording change, RuntimeException thrown) {
        return switch (thrown) {
            case Failure failure -> failed(change, failure);
            case WriteConflict conflict -> failed(change, conflict);
            case TokenTaken taken -> failed(change, taken);
            case AwsServiceException refused when isRefusal(refused) -> failed(change, refused);
            default -> {
                change.notKnown(words(thrown));
                yield open(change, thrown);
            }
        };
    }

    /** Whether the service itself said no, which an answer without a code of its own does not tell. */
    private static boolean isRefusal(AwsServiceException thrown) {
        return thrown.statusCode() < SERVER_ERROR && thrown.awsErrorDetails() != null && thrown.awsErrorDetails().errorCode() != null;
    }

    private static RuntimeException failed(Recording change, RuntimeException thrown) {
        if (thrown instanceof Failure failure) {
            change.ended(failure);
        } else {
            change.failed(words(thrown));
        }
        return thrown;
    }

    private static RuntimeException open(Recording change, RuntimeException thrown) {
        String remedy = TEXT.get("unanswered.remedy", change.id());
        return switch (thrown) {
            case AbortedException stopped -> new Cancelled(TEXT.get("unanswered.stopped"), remedy, stopped);
            case SdkException unanswered -> new Failed(TEXT.get("unanswered", words(unanswered)), remedy, unanswered);
            default -> thrown;
        };
    }

    public static String words(RuntimeException thrown) {
        @Nullable Explanation explanation = new AwsFailures().explain(thrown);
        return explanation == null ? String.valueOf(thrown.getMessage()) : explanation.sentence();
    }
}
