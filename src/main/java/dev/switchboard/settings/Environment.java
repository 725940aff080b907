package dev.switchboard.settings;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.Locale;

/** Which of the two worlds the console works on. */
public enum Environment {
    /** Local engines, open for writing. */
    DEV,
    /** AWS and its database, locked until somebody unlocks it. */
    PRD;

    /** {@code dev} or {@code prd}, as it is typed and shown. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What this environment means for what is done in it. */
    public EnvironmentPolicy policy() {
        return EnvironmentPolicy.of(this);
    }

    /**
     * The environment of that code.
     *
     * @throws InvalidInputException where there is none
     */
    public static Environment of(String code) {
        for (Environment environment : values()) {
            if (environment.code().equals(code)) {
                return environment;
            }
        }
        Messages text = Messages.of(Environment.class);
        throw new InvalidInputException("environment_unknown", text.get("environment.unknown", code),
                text.get("environment.unknown.remedy"));
    }
}
