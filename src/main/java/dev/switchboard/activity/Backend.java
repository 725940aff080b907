package dev.switchboard.activity;

/** A system that the console calls. */
public enum Backend {
    DYNAMODB("DynamoDB"),
    COGNITO("Cognito"),
    POSTGRESQL("PostgreSQL"),
    STS("STS");

    private final String title;

    Backend(String title) {
        this.title = title;
    }

    /** The display name. */
    public String title() {
        return title;
    }
}
