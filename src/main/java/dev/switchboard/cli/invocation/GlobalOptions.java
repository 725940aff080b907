package dev.switchboard.cli.invocation;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.PostgresAuthMethod;
import dev.switchboard.settings.Setting;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, which can be given before or after its name. */
public abstract class GlobalOptions {
    @Option(names = "--env", paramLabel = "dev|prd", scope = ScopeType.INHERIT, converter = Converters.EnvironmentConverter.class)
    private Environment environment = Environment.defaultEnvironment();

    @Option(names = "--endpoint", paramLabel = "URL", scope = ScopeType.INHERIT, converter = Converters.EndpointConverter.class)
    private @Nullable URI endpoint;

    @Option(names = "--region", paramLabel = "R", scope = ScopeType.INHERIT)
    private @Nullable String region;

    @Option(names = "--profile", paramLabel = "P", scope = ScopeType.INHERIT)
    private @Nullable String profile;

    @Option(names = "--table", paramLabel = "NAME", scope = ScopeType.INHERIT)
    private @Nullable String table;

    @Option(names = "--postgres", paramLabel = "URL", scope = ScopeType.INHERIT)
    private @Nullable String postgres;

    @Option(names = "--postgres-login", paramLabel = "password|iam", scope = ScopeType.INHERIT, converter = Converters.LoginConverter.class)
    private @Nullable PostgresAuthMethod postgresLogin;

    @Option(names = "--pool-id", paramLabel = "ID", scope = ScopeType.INHERIT)
    private @Nullable String poolId;

    @Option(names = "--cognito-endpoint", paramLabel = "URL", scope = ScopeType.INHERIT, converter = Converters.EndpointConverter.class)
    private @Nullable URI cognitoEndpoint;

    @Option(names = "--sts-endpoint", paramLabel = "URL", scope = ScopeType.INHERIT, converter = Converters.EndpointConverter.class)
    private @Nullable URI stsEndpoint;

    @Option(names = "--unlock", paramLabel = "prd", scope = ScopeType.INHERIT)
    private @Nullable String unlock;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT)
    private boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT)
    private boolean help;

    public final Environment environment() {
        return environment;
    }

    /** Returns the environment to unlock, as typed, or null. */
    public final @Nullable String unlock() {
        return unlock;
    }

    /** Returns whether to print the result as JSON. */
    public final boolean json() {
        return json;
    }

    /** Returns whether to print the stack trace of a failure. */
    public final boolean verbose() {
        return verbose;
    }

    /** Returns whether help was requested. */
    public final boolean help() {
        return help;
    }

    /** Returns the settings that were given as options. */
    public final Map<Setting, String> settings() {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        put(given, Setting.DYNAMODB_ENDPOINT, endpoint);
        put(given, Setting.AWS_REGION, region);
        put(given, Setting.AWS_PROFILE, profile);
        put(given, Setting.MESSAGES_TABLE, table);
        put(given, Setting.POSTGRES_URL, postgres);
        put(given, Setting.POSTGRES_LOGIN, postgresLogin == null ? null : postgresLogin.code());
        put(given, Setting.USER_POOL_ID, poolId);
        put(given, Setting.COGNITO_ENDPOINT, cognitoEndpoint);
        put(given, Setting.STS_ENDPOINT, stsEndpoint);
        return given;
    }

    private static void put(Map<Setting, String> settings, Setting setting, @Nullable Object value) {
        if (value != null) {
            settings.put(setting, value.toString());
        }
    }
}
