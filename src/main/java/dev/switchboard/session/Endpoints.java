package dev.switchboard.session;

import dev.switchboard.aws.EndpointUrlReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of one session: from the settings, otherwise in dev a local engine, which is started on demand. Blocks while an
 * engine starts.
 */
final class Endpoints {
    private static final Messages TEXT = Messages.of(Endpoints.class);
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
        if (set == null) {
            return null;
        }
        @Nullable URI uri = EndpointUrlReader.read(set);
        if (uri == null) {
            String sentence = TEXT.get("endpoint.malformed", Quote.ofAddress(set));
            throw new InvalidInputException("endpoint_malformed", sentence, TEXT.get("endpoint.malformed.remedy"));
        }
        return uri;
    }
}
