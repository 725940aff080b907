package dev.switchboard.session;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.CallerIdentity;
import dev.switchboard.local.DynamoDbEngine;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import java.net.URI;
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
        @Nullable URI endpoint = orNull(endpoints::dynamoDb);
        // An endpoint in the settings is an engine without accounts.
        @Nullable CallerIdentity caller = endpoint == null ? orNull(clients::caller) : null;
        @Nullable Row row = orNull(() -> database.query(Sql.file("doctor/server"), Map.of()).getFirst());
        return new SessionIdentity(
                settings.environment(),
                engine(endpoint),
                endpoint == null ? null : endpoint.getAuthority(),
                caller == null ? null : caller.account(),
                endpoint == null ? settings.get(Setting.AWS_REGION) : null,
                caller == null ? null : caller.principal(),
                row == null ? null : database.url().target(),
                row == null ? null : row.text("role"));
    }

    private String engine(@Nullable URI endpoint) {
        if (endpoint == null) {
            return Messages.of(SessionIdentityResolver.class).get("aws");
        }
        @Nullable DynamoDbEngine running = settings.get(Setting.DYNAMODB_ENDPOINT) == null ? engines.dynamoDb() : null;
        return running == null ? "DynamoDB" : running.engine();
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
