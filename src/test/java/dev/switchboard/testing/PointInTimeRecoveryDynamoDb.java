package dev.switchboard.testing;

import java.util.concurrent.atomic.AtomicBoolean;

/** The engine of the tests with a point-in-time recovery, which AWS has and no engine on this machine. */
public final class PointInTimeRecoveryDynamoDb {
    private PointInTimeRecoveryDynamoDb() {}

    /** Where it is off at first, for all tables together. */
    public static InterceptingProxy open() {
        AtomicBoolean on = new AtomicBoolean();
        InterceptingProxy front = new InterceptingProxy(TestEngines.dynamoDb());
        front.instead("UpdateContinuousBackups", body -> {
            on.set(body.contains("true"));
            return described(on.get());
        });
        front.instead("DescribeContinuousBackups", body -> described(on.get()));
        return front;
    }

    private static String described(boolean on) {
        return "{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\",\"PointInTimeRecoveryDescription\":"
                + "{\"PointInTimeRecoveryStatus\":\"" + (on ? "ENABLED" : "DISABLED") + "\"}}}";
    }
}
