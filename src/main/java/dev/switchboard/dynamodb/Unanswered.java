package dev.switchboard.dynamodb;

import dev.switchboard.environment.AwsFailures;
import dev.switchboard.failure.Explanation;
import java.io.IOException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Calls that went out and of which no answer came that says whether they were carried out. */
final class Unanswered {
    private static final int FIRST_OF_THE_SERVER = 500;

    private Unanswered() {}

    /** Whether the call may have been carried out although it failed. */
    static boolean is(Throwable thrown) {
        if (thrown instanceof SdkServiceException service) {
            return service.statusCode() >= FIRST_OF_THE_SERVER;
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof IOException
                    || t instanceof AbortedException
                    || t instanceof ApiCallTimeoutException
                    || t instanceof ApiCallAttemptTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Why, in one sentence. */
    static String why(RuntimeException thrown) {
        Explanation explanation = new AwsFailures().explain(thrown);
        return explanation == null ? String.valueOf(thrown.getMessage()) : explanation.sentence();
    }
}
