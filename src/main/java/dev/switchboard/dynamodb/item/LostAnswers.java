package dev.switchboard.dynamodb.item;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Tells whether a request that failed may have been carried out by an earlier attempt whose answer was lost. */
public final class LostAnswers {
    private LostAnswers() {}

    /** Whether the SDK sent the request more than once, so that what failed is not its first attempt. */
    public static boolean arePossible(DynamoDbException thrown) {
        @Nullable Integer attempts = thrown.numAttempts();
        return attempts != null && attempts > 1;
    }
}
