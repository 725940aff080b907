package dev.switchboard.local;

import java.util.regex.Pattern;

/**
 * The environment variables of child processes. Engines run as long as any console of the home and do not need the secrets of the
 * console that started them.
 */
final class ChildEnvironment {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(PASSWORD|SECRET|TOKEN|CREDENTIAL).*|.*(CONNECTION|DATABASE)_UR[IL]|AWS_ACCESS_KEY_ID");

    private ChildEnvironment() {}

    /** Removes variables with names that indicate a secret. */
    static ProcessBuilder withoutSecrets(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> SECRET.matcher(name).matches());
        return builder;
    }
}
