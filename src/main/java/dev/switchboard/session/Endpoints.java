package dev.switchboard.session;

import dev.switchboard.environment.Environment;
import dev.switchboard.environment.ServiceAddress;
import dev.switchboard.environment.Setting;
import dev.switchboard.environment.Settings;
import dev.switchboard.failure.BadInput;
import dev.switchboard.failure.Failed;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.Passwords;
import dev.switchboard.postgres.PostgresUrl;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the backends of one session are: where the settings say, else in dev at a local engine, which starts when it is asked
 * for here. Blocks while an engine starts.
 */
final class Endpoints {
    private static final Messages TEXT = Messages.of(Endpoints.class);
    private final Settings settings;
    private final LocalEngines engines;
    private final Passwords passwords;

    Endpoints(Settings settings, LocalEngines engines, Passwords passwords) {
        this.settings = settings;
        this.engines = engines;
        this.passwords = passwords;
    }

    /** Null for AWS's own. */
    @Nullable URI dynamoDb() {
        @Nullable URI set = uri(Setting.DYNAMODB_ENDPOINT);
        return set == null && isDev() ? engines.dynamoDb().endpoint() : set;
    }

    /** Null for AWS's own; a pool that the settings name is looked for there, also in dev. */
    @Nullable URI cognito() {
        @Nullable URI set = uri(Setting.COGNITO_ENDPOINT);
        return set == null && isDev() && settings.get(Setting.USER_POOL_ID) == null ? engines.userPool().endpoint() : set;
    }

    String poolId() {
        @Nullable String set = settings.get(Setting.USER_POOL_ID);
        if (set != null) {
            return set;
        }
        if (isDev()) {
            return engines.userPool().poolId();
        }
        throw missing(Setting.USER_POOL_ID);
    }

    PostgresUrl postgres() {
        @Nullable String set = settings.get(Setting.POSTGRES_URL);
        if (set != null) {
            PostgresUrl url = PostgresUrl.parse(set);
            return passwords.fill(isDev() ? url : url.verifiedByDefault());
        }
        if (isDev()) {
            PostgresEngine engine = engines.postgres();
            return PostgresUrl.parse(engine.url()).withPassword(engine.password());
        }
        throw missing(Setting.POSTGRES_URL);
    }

    private boolean isDev() {
        return settings.environment() == Environment.DEV;
    }

    private Failed missing(Setting setting) {
        String name = TEXT.get("setting." + setting.key());
        String variable = String.valueOf(setting.variable(settings.environment()));
        return new Failed(TEXT.get("missing", name, settings.environment().code()), TEXT.get("missing.remedy", variable));
    }

    private @Nullable URI uri(Setting setting) {
        @Nullable String set = settings.get(setting);
        if (set == null) {
            return null;
        }
        @Nullable URI uri = ServiceAddress.read(set);
        if (uri == null) {
            String sentence = TEXT.get("endpoint.malformed", Quote.ofAddress(set));
            throw new BadInput("endpoint_malformed", sentence, TEXT.get("endpoint.malformed.remedy"));
        }
        return uri;
    }
}
