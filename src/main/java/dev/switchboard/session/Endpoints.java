package dev.switchboard.session;

import dev.switchboard.aws.EndpointUrlReader;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the three services of one session are: DynamoDB, Cognito and PostgreSQL. From the settings, otherwise in dev a local engine, which is
 * started on demand. Nothing else decides it. Blocks while an engine starts.
 */
final class Endpoints {
    private final Settings settings;
    private final LocalEngines engines;

    Endpoints(Settings settings, LocalEngines engines) {
        this.settings = settings;
        this.engines = engines;
    }

    /** Null for the AWS endpoint. */
    @Nullable
    URI dynamoDb() {
        @Nullable URI set = uri(Setting.DYNAMODB_ENDPOINT);
        return set == null && usesLocalEngines() ? engines.dynamoDb().endpoint() : set;
    }

    /** Null for the AWS endpoint, which is also used in dev if the settings name a user pool. */
    @Nullable
    URI cognito() {
        @Nullable URI set = uri(Setting.COGNITO_ENDPOINT);
        return set == null && usesLocalEngines() && settings.get(Setting.USER_POOL_ID) == null ? engines.userPool().endpoint() : set;
    }

    /**
     * The database, with the password of the URL or of the engine only.
     *
     * @throws dev.switchboard.failure.OperationFailedException if none is set where there is no local engine
     */
    PostgresUrl postgres() {
        @Nullable String set = settings.get(Setting.POSTGRES_URL);
        if (set != null) {
            return PostgresUrl.parse(set);
        }
        if (usesLocalEngines()) {
            PostgresEngine engine = engines.postgres();
            return PostgresUrl.parse(engine.url()).withPassword(engine.password());
        }
        throw SettingFailures.of(Setting.POSTGRES_URL, settings);
    }

    String poolId() {
        @Nullable String set = settings.get(Setting.USER_POOL_ID);
        if (set != null) {
            return set;
        }
        if (usesLocalEngines()) {
            return engines.userPool().poolId();
        }
        throw SettingFailures.of(Setting.USER_POOL_ID, settings);
    }

    private boolean usesLocalEngines() {
        return settings.environment().policy().localDefaults();
    }

    private @Nullable URI uri(Setting setting) {
        @Nullable String set = settings.get(setting);
        return set == null ? null : EndpointUrlReader.require(set);
    }
}
