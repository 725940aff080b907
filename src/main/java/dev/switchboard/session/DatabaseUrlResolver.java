package dev.switchboard.session;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.connection.HostPort;
import dev.switchboard.postgres.connection.PasswordResolver;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.settings.EnvironmentPolicy;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where PostgreSQL is and what opens it: where the settings say, else in dev the local engine, which starts for it. */
final class DatabaseUrlResolver {
    private static final Messages TEXT = Messages.of(DatabaseUrlResolver.class);
    private final Settings settings;
    private final LocalEngines engines;
    private final PasswordResolver passwords;
    private final AwsClients clients;

    DatabaseUrlResolver(Settings settings, LocalEngines engines, PasswordResolver passwords, AwsClients clients) {
        this.settings = settings;
        this.engines = engines;
        this.passwords = passwords;
        this.clients = clients;
    }

    /** Blocks while an engine starts, a person is asked, or AWS credentials are fetched. */
    PostgresUrl find() {
        EnvironmentPolicy policy = settings.environment().policy();
        @Nullable String set = settings.get(Setting.POSTGRES_URL);
        if (set != null) {
            PostgresUrl url = PostgresUrl.parse(set);
            return switch (settings.postgresLogin()) {
                case PASSWORD -> passwords.fill(policy.verifiedTls() ? url.verifiedByDefault() : url);
                case IAM -> withToken(url.encrypted());
            };
        }
        if (policy.localDefaults()) {
            PostgresEngine engine = engines.postgres();
            return PostgresUrl.parse(engine.url()).withPassword(engine.password());
        }
        throw SettingFailures.of(Setting.POSTGRES_URL, settings);
    }

    /** The token names the host, so that there can be one only. */
    private PostgresUrl withToken(PostgresUrl url) {
        if (url.hosts().size() > 1) {
            throw new InvalidInputException("token_hosts", TEXT.get("token.hosts"), TEXT.get("token.hosts.remedy"));
        }
        HostPort host = url.hosts().getFirst();
        Supplier<String> token = () -> clients.databaseToken(host.host(), host.port(), url.user());
        // Tried now: here missing credentials can be told, and a code for MFA be asked for.
        var _ = token.get();
        return url.withPassword(token);
    }
}
