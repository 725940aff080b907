package dev.switchboard.settings;

/** Where the value of a setting came from. The first of these that has one wins. */
public enum Origin {
    COMMAND_LINE,
    ENVIRONMENT_VARIABLE,
    SETTINGS_FILE,
    DEFAULT
}
