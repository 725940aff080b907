package dev.switchboard.settings;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.Locale;

/** An environment that the console works on. */
public enum Environment {
    /** Local engines, always unlocked. */
    DEV,
    /** AWS and its database, locked until the operator unlocks it. */
    PRD;

    /** The name as it is typed and displayed: {@code dev} or {@code prd}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment that is opened unless another one is named. */
    public static Environment defaultEnvironment() {
        return DEV;
    }

    /** The environment that this one can be exchanged for. */
    public Environment other() {
        return this == DEV ? PRD : DEV;
    }

    /** The rules of this environment. */
    public EnvironmentPolicy policy() {
        return EnvironmentPolicy.of(this);
    }

    /**
     * Returns the environment with the given code.
     *
     * @throws InvalidInputException if no environment has this code
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
