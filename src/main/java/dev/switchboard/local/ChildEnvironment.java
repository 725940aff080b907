package dev.switchboard.local;

import java.util.regex.Pattern;

/**
 * What the programs that are started here find in their environment. They stay as long as any console of the home, and need none
 * of the secrets that the first one was started with.
 */
final class ChildEnvironment {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(PASSWORD|SECRET|TOKEN|CREDENTIAL).*|.*(CONNECTION|DATABASE)_UR[IL]|AWS_ACCESS_KEY_ID");

    private ChildEnvironment() {}

    /** Leaves out what is named like a secret. */
    static ProcessBuilder withoutSecrets(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> SECRET.matcher(name).matches());
        return builder;
    }
}
