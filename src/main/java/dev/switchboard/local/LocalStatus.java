package dev.switchboard.local;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The running engines of one home; null for each that does not run.
 *
 * @param dynamoDb the embedded engine, or one that was found
 * @param postgres the embedded engine
 * @param userPool the user pool of this console or of another console of the same home
 */
public record LocalStatus(@Nullable DynamoDbEngine dynamoDb, @Nullable PostgresEngine postgres, @Nullable UserPoolEngine userPool) {
    /** The engines that run as processes of this home, and their names. */
    Map<Engine, String> processes() {
        Map<Engine, String> own = new EnumMap<>(Engine.class);
        if (dynamoDb != null && !dynamoDb.engine().equals(DynamoDbEngine.FOUND)) {
            own.put(Engine.DYNAMODB, dynamoDb.engine());
        }
        if (postgres != null) {
            own.put(Engine.POSTGRES, postgres.engine());
        }
        return own;
    }
}
