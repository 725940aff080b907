package dev.switchboard.settings;

/** The source of a setting's value, in order of precedence. */
public enum Origin {
    COMMAND_LINE,
    ENVIRONMENT_VARIABLE,
    SETTINGS_FILE,
    DEFAULT
}
