package dev.switchboard.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting of an environment. There is no setting for a password: it comes from a connection URL in an environment variable,
 * {@code PGPASSWORD}, {@code ~/.pgpass} or a prompt, and is never stored.
 */
public enum Setting {
    DYNAMODB_ENDPOINT("dynamodbEndpoint", "AWS_ENDPOINT_URL", null),
    AWS_PROFILE("awsProfile", "AWS_PROFILE", "AWS_PROFILE"),
    AWS_REGION("awsRegion", "AWS_REGION", "AWS_REGION"),
    EXPECTED_ACCOUNT("expectedAccount", null, null),
    MESSAGES_TABLE("messagesTable", "DDB_MESSAGE_TABLE", "DDB_MESSAGE_TABLE"),
    POSTGRES_URL("postgresUrl", "CONNECTION_URL", "PROD_CONNECTION_URL"),
    POSTGRES_LOGIN("postgresLogin", "SWITCHBOARD_POSTGRES_LOGIN", "SWITCHBOARD_POSTGRES_LOGIN"),
    POSTGRES_PROGRAMS("postgresPrograms", "SWITCHBOARD_POSTGRES_PROGRAMS", "SWITCHBOARD_POSTGRES_PROGRAMS"),
    USER_POOL_ID("userPoolId", "AWS_COGNITO_USER_POOL_ID", "AWS_COGNITO_USER_POOL_ID"),
    COGNITO_ENDPOINT("cognitoEndpoint", "AWS_COGNITO_ENDPOINT_URL", null),
    STS_ENDPOINT("stsEndpoint", null, null),
    JOURNAL_DAYS("journalDays", null, null),
    JOURNAL_MEGABYTES("journalMegabytes", null, null);

    private final String key;
    private final @Nullable String devVariable;
    private final @Nullable String prdVariable;

    Setting(String key, @Nullable String devVariable, @Nullable String prdVariable) {
        this.key = key;
        this.devVariable = devVariable;
        this.prdVariable = prdVariable;
    }

    /** The name in the settings file. */
    public String key() {
        return key;
    }

    /**
     * The environment variable that sets it in the given environment, or null if there is none. No variable sets an endpoint of prd:
     * it would redirect every request of a shell in which an emulator is used.
     */
    public @Nullable String variable(Environment environment) {
        return switch (environment) {
            case DEV -> devVariable;
            case PRD -> prdVariable;
        };
    }

    /** The settings that prd requires. */
    public static List<Setting> neededInProduction() {
        return List.of(AWS_REGION, POSTGRES_URL, USER_POOL_ID);
    }
}
