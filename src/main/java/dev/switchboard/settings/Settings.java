package dev.switchboard.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of one session, each with its origin. Immutable. */
public final class Settings {
    /** The default name of the messages table. */
    public static final String DEFAULT_MESSAGES_TABLE = "cruddur-messages";

    /** A value and its origin. */
    public record Resolved(String value, Origin origin) {}

    private final Environment environment;
    private final Map<Setting, Resolved> values;
    private final @Nullable Settings locked;
    private final ProxySettings proxies;
    private final List<String> ignoredVariables;

    private Settings(
            Environment environment,
            Map<Setting, Resolved> values,
            @Nullable Settings locked,
            ProxySettings proxies,
            List<String> ignoredVariables) {
        this.environment = environment;
        this.values = values;
        this.locked = locked;
        this.proxies = proxies;
        this.ignoredVariables = ignoredVariables;
    }

    /**
     * Looks up each setting on the command line, in the environment variables and in the settings file, in that order.
     *
     * @param commandLine the settings given on the command line; others are absent
     */
    public static Settings resolve(
            Environment environment, Map<Setting, String> commandLine, Map<String, String> variables, SettingsFile file) {
        Map<Setting, Resolved> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            @Nullable Resolved resolved = resolve(environment, setting, commandLine, variables, file);
            if (resolved != null) {
                values.put(setting, resolved);
            }
        }
        values.putIfAbsent(Setting.MESSAGES_TABLE, new Resolved(DEFAULT_MESSAGES_TABLE, Origin.DEFAULT));
        @Nullable Settings locked = environment.policy().lockRequired() ? null : resolve(environment.other(), Map.of(), variables, file);
        return new Settings(
                environment, values, locked, ProxySettings.of(variables),
                EndpointVariables.ignored(environment, variables, values.keySet()));
    }

    /** Returns the same settings with the region of the AWS profile, which is used where no other region is set. */
    public Settings withProfileRegion(String region) {
        Map<Setting, Resolved> more = new EnumMap<>(values);
        more.putIfAbsent(Setting.AWS_REGION, new Resolved(region, Origin.AWS_PROFILE));
        return new Settings(environment, more, locked, proxies, ignoredVariables);
    }

    private static @Nullable Resolved resolve(
            Environment environment,
            Setting setting,
            Map<Setting, String> commandLine,
            Map<String, String> variables,
            SettingsFile file) {
        @Nullable String given = nullIfBlank(commandLine.get(setting));
        if (given != null) {
            return new Resolved(given, Origin.COMMAND_LINE);
        }
        @Nullable String name = setting.variable(environment);
        @Nullable String variable = name == null ? null : nullIfBlank(variables.get(name));
        if (variable == null && setting == Setting.AWS_REGION) {
            variable = nullIfBlank(variables.get("AWS_DEFAULT_REGION"));
        }
        if (variable != null) {
            return new Resolved(variable, Origin.ENVIRONMENT_VARIABLE);
        }
        @Nullable String kept = file.get(environment, setting);
        return kept == null ? null : new Resolved(kept, Origin.SETTINGS_FILE);
    }

    private static @Nullable String nullIfBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    public Environment environment() {
        return environment;
    }

    /**
     * The settings of the environment that opens locked, without those of the command line, which are for this one; null if this one opens
     * locked itself.
     */
    public @Nullable Settings locked() {
        return locked;
    }

    /** The value of a setting, or null if it is not set. */
    public @Nullable String get(Setting setting) {
        @Nullable Resolved resolved = values.get(setting);
        return resolved == null ? null : resolved.value();
    }

    /** The origin of a setting's value; {@link Origin#DEFAULT} if it is not set. */
    public Origin origin(Setting setting) {
        @Nullable Resolved resolved = values.get(setting);
        return resolved == null ? Origin.DEFAULT : resolved.origin();
    }

    /** The proxies of the process. */
    public ProxySettings proxies() {
        return proxies;
    }

    /** The environment variables that name an endpoint of a service and are not used in this environment. */
    public List<String> ignoredVariables() {
        return ignoredVariables;
    }

    /**
     * How to log in to PostgreSQL: with a password by default.
     *
     * @throws dev.switchboard.failure.InvalidInputException if the configured method is not valid
     */
    public PostgresAuthMethod postgresLogin() {
        @Nullable String set = get(Setting.POSTGRES_LOGIN);
        return set == null ? PostgresAuthMethod.PASSWORD : PostgresAuthMethod.parse(set);
    }

    /** The name of the table that holds the messages. */
    public String messagesTable() {
        @Nullable String table = get(Setting.MESSAGES_TABLE);
        return table == null ? DEFAULT_MESSAGES_TABLE : table;
    }

    /** The required settings that are not set; always empty in dev. */
    public List<Setting> missing() {
        return environment.policy().localDefaults()
                ? List.of()
                : Setting.neededInProduction().stream().filter(setting -> get(setting) == null).toList();
    }
}
