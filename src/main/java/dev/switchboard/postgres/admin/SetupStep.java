package dev.switchboard.postgres.admin;

/** The steps of a set-up, in their order. */
public enum SetupStep {
    /** Drop the database; wants its name typed. */
    DROP("drop"),
    /** Create the database where it is not there. */
    CREATE("create"),
    /** Load the schema where tables of it are missing. */
    LOAD_SCHEMA("load-schema"),
    /** Insert the sample users and posts that are missing. */
    SEED("seed"),
    /** Take the logins' ids over from the Cognito pool. */
    SYNC("sync");

    private final String code;

    SetupStep(String code) {
        this.code = code;
    }

    /** As it is typed and printed. */
    public String code() {
        return code;
    }

    /** Whether it destroys data. */
    public boolean destroys() {
        return this == DROP;
    }
}
