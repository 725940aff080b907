package dev.switchboard.dynamodb.item;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What a long piece of work waits out after the SDK's own retries: a table of five units answers so for minutes. */
public final class Throttling {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Set<String> CODES = Set.of(
            "ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded", "Throttling", "RequestThrottled");

    private Throttling() {}

    public static boolean is(DynamoDbException thrown) {
        return thrown.awsErrorDetails() != null && CODES.contains(String.valueOf(thrown.awsErrorDetails().errorCode()));
    }

    /** How long to wait before the attempt after so many that failed: doubled each time, and jittered so that writers do not march in step. */
    public static Duration pause(int failed) {
        long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failed - 1, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
