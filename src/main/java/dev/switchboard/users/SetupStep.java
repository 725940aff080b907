package dev.switchboard.users;

/** The steps of a database setup, in order. */
public enum SetupStep {
    /** Drop the database; requires its name to be typed. */
    DROP("drop"),
    /** Create the database if it does not exist. */
    CREATE("create"),
    /** Load the schema if tables are missing. */
    LOAD_SCHEMA("load-schema"),
    /** Insert the missing sample users and posts. */
    SEED("seed"),
    /** Sync the Cognito IDs from the user pool. */
    SYNC("sync");

    private final String code;

    SetupStep(String code) {
        this.code = code;
    }

    /** Returns the name in options and in output. */
    public String code() {
        return code;
    }
}
