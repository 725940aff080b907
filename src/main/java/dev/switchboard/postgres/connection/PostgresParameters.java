package dev.switchboard.postgres.connection;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates connection parameters of libpq to properties of the JDBC driver. */
final class PostgresParameters {
    /** Parameters that have no effect on this program, so they are accepted and ignored. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "passfile",
            "client_encoding",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "sslcompression",
            "fallback_application_name");

    private static final Map<String, String> SAME_VALUE = Map.of(
            "sslrootcert", "sslrootcert",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "sslpassword", "sslpassword",
            "sslnegotiation", "sslNegotiation",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "options", "options",
            "gssencmode", "gssEncMode",
            "krbsrvname", "kerberosServerName");

    private static final Map<String, Map<String, String>> CHOICES = Map.of(
            "sslmode", same("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "ssl", Map.of("true", "true"),
            "keepalives", Map.of("0", "false", "1", "true"),
            "load_balance_hosts", Map.of("disable", "false", "random", "true"),
            "sslnegotiation", same("postgres", "direct"),
            "channel_binding", same("disable", "prefer", "require"),
            "target_session_attrs", Map.of(
                    "any", "any",
                    "read-write", "primary",
                    "primary", "primary",
                    "read-only", "secondary",
                    "standby", "secondary",
                    "prefer-standby", "preferSecondary"));

    private PostgresParameters() {}

    private static Map<String, String> same(String... values) {
        return Set.of(values).stream().collect(java.util.stream.Collectors.toMap(value -> value, value -> value));
    }

    /** Returns whether the parameter is supported. */
    static boolean isKnown(String name) {
        return WITHOUT_EFFECT.contains(name) || SAME_VALUE.containsKey(name) || CHOICES.containsKey(name) || name.equals("connect_timeout");
    }

    /** Returns whether the value of the parameter must not be shown. */
    static boolean isSecret(String name) {
        return name.equals("sslpassword");
    }

    /** Returns the valid values, or null if there is no restriction. */
    static @Nullable Set<String> choices(String name) {
        @Nullable Map<String, String> choices = CHOICES.get(name);
        return choices == null ? null : choices.keySet();
    }

    /** Returns the driver properties for a supported parameter with a valid value. */
    static Map<String, String> translate(String name, String value) {
        if (WITHOUT_EFFECT.contains(name)) {
            return Map.of();
        }
        if (name.equals("sslrootcert") && value.equals("system")) {
            // libpq uses the certificates that the system trusts, and then requires verify-full.
            return Map.of("sslfactory", SystemTrustSocketFactory.class.getName(), "sslmode", "verify-full");
        }
        return switch (name) {
            case "sslmode" -> Map.of("sslmode", value);
            case "ssl" -> Map.of("sslmode", "require");
            case "connect_timeout" -> connectTimeout(Integer.parseInt(value));
            case "keepalives" -> Map.of("tcpKeepAlive", chosen(name, value));
            case "load_balance_hosts" -> Map.of("loadBalanceHosts", chosen(name, value));
            case "target_session_attrs" -> Map.of("targetServerType", chosen(name, value));
            default -> Map.of(SAME_VALUE.getOrDefault(name, name), value);
        };
    }

    private static String chosen(String name, String value) {
        return CHOICES.getOrDefault(name, Map.of()).getOrDefault(value, value);
    }

    /** As in libpq, zero or less waits indefinitely, and one second counts as two. */
    private static Map<String, String> connectTimeout(int seconds) {
        String bound = Integer.toString(seconds <= 0 ? 0 : Math.max(2, seconds));
        return Map.of("connectTimeout", bound, "loginTimeout", bound);
    }
}
