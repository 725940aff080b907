package dev.switchboard.session;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.connection.HostPort;
import dev.switchboard.postgres.connection.PasswordResolver;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import java.util.function.Supplier;

/** Resolves the connection URL of PostgreSQL with the password or the token that it requires. */
final class DatabaseUrlResolver {
    private static final Messages TEXT = Messages.of(DatabaseUrlResolver.class);
    private final Settings settings;
    private final Endpoints endpoints;
    private final PasswordResolver passwords;
    private final AwsClients clients;

    DatabaseUrlResolver(Settings settings, Endpoints endpoints, PasswordResolver passwords, AwsClients clients) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.passwords = passwords;
        this.clients = clients;
    }

    /** Returns the connection URL. Blocks while an engine starts, a prompt is open, or AWS credentials are loaded. */
    PostgresUrl find() {
        PostgresUrl url = endpoints.postgres();
        if (settings.get(Setting.POSTGRES_URL) == null) {
            return url;
        }
        return switch (settings.postgresLogin()) {
            case PASSWORD -> passwords.fill(settings.environment().policy().verifiedTls() ? url.verifiedByDefault() : url);
            case IAM -> withToken(url.encrypted());
        };
    }

    /** Returns the connection URL of the local engine, with its password. */
    static PostgresUrl of(PostgresEngine engine) {
        return PostgresUrl.parse(engine.url()).withPassword(engine.password());
    }

    /** The token is signed for a host, so there can be only one. */
    private PostgresUrl withToken(PostgresUrl url) {
        if (url.hosts().size() > 1) {
            throw new InvalidInputException("token_hosts", TEXT.get("token.hosts"), TEXT.get("token.hosts.remedy"));
        }
        HostPort host = url.hosts().getFirst();
        Supplier<String> token = () -> clients.databaseToken(host.host(), host.port(), url.user());
        // Created once now, so that missing credentials are reported here and an MFA prompt can be shown.
        var _ = token.get();
        return url.withPassword(token);
    }
}
