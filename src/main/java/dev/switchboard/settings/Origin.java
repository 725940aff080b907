package dev.switchboard.settings;

/** The source of a setting's value, in order of precedence. */
public enum Origin {
    COMMAND_LINE,
    ENVIRONMENT_VARIABLE,
    SETTINGS_FILE,
    /** The AWS profile that the credentials come from; the region only. */
    AWS_PROFILE,
    DEFAULT
}
