package dev.switchboard.dynamodb.item;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Recognizes throttling, and computes the delays of retries beyond those of the SDK: a table of five units throttles for minutes. */
public final class Throttling {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Set<String> CODES = Set.of(
            "ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded", "Throttling", "RequestThrottled");

    private Throttling() {}

    public static boolean is(DynamoDbException thrown) {
        return thrown.awsErrorDetails() != null && CODES.contains(String.valueOf(thrown.awsErrorDetails().errorCode()));
    }

    /** Returns the delay after a number of failed attempts: exponential, with jitter so that concurrent writers do not retry at the same time. */
    public static Duration pause(int failed) {
        long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failed - 1, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
