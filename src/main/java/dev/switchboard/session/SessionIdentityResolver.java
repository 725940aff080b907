package dev.switchboard.session;

import dev.switchboard.activity.Backend;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.AwsTarget;
import dev.switchboard.aws.CallerIdentity;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Determines the identity of a session from its backends. A backend that does not respond leaves only its own values null. */
final class SessionIdentityResolver {
    private static final Logger LOG = LoggerFactory.getLogger(SessionIdentityResolver.class);
    private final Settings settings;
    private final Endpoints endpoints;
    private final LocalEngines engines;
    private final AwsClients clients;
    private final Database database;

    SessionIdentityResolver(Settings settings, Endpoints endpoints, LocalEngines engines, AwsClients clients, Database database) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.engines = engines;
        this.clients = clients;
        this.database = database;
    }

    SessionIdentity find() {
        return find(false);
    }

    /**
     * Determines the identity for somebody who is going to write.
     *
     * @throws RuntimeException what AWS answered where it did not tell the caller
     */
    SessionIdentity require() {
        return find(true);
    }

    private SessionIdentity find(boolean callerRequired) {
        @Nullable AwsTarget dynamoDb = callerRequired ? clients.dynamoDbTarget() : orNull(clients::dynamoDbTarget);
        @Nullable AwsTarget cognito = orNull(clients::cognitoTarget);
        // Another endpoint than that of AWS is an engine without accounts.
        boolean aws = dynamoDb != null && dynamoDb.aws();
        @Nullable CallerIdentity caller = !aws || !settings.environment().policy().accounts()
                ? null
                : callerRequired ? clients.caller() : orNull(clients::caller);
        @Nullable Row row = orNull(() -> database.query(Sql.file("doctor/server"), Map.of()).getFirst());
        return new SessionIdentity(
                settings.environment(),
                engine(dynamoDb),
                dynamoDb == null || aws ? null : dynamoDb.authority(),
                caller == null ? null : caller.account(),
                dynamoDb != null && aws ? dynamoDb.region() : null,
                caller == null ? null : caller.principal(),
                List.of(
                        address(Backend.DYNAMODB, dynamoDb),
                        address(Backend.COGNITO, cognito),
                        new ServiceAddress(Backend.POSTGRESQL.title(), orNull(() -> endpoints.postgres().target()), false, false)),
                row == null ? null : database.url().target(),
                row == null ? null : row.text("role"));
    }

    private ServiceAddress address(Backend backend, @Nullable AwsTarget target) {
        boolean aws = target != null && target.aws();
        boolean foreign = settings.environment().policy().accounts() && target != null && !aws;
        return new ServiceAddress(backend.title(), target == null ? null : target.authority(), aws, foreign);
    }

    private String engine(@Nullable AwsTarget dynamoDb) {
        if (dynamoDb == null || dynamoDb.aws()) {
            return "AWS";
        }
        return dynamoDb.local() ? engines.dynamoDb().engine() : "DynamoDB";
    }

    private static <T> @Nullable T orNull(Supplier<@Nullable T> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            LOG.info("the identity of a backend could not be determined: {}", e.getMessage());
            return null;
        }
    }
}
