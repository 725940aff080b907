package dev.switchboard.local;

/**
 * The ports of the local engines.
 *
 * @param useFound whether to use a DynamoDB that another program already runs on the preferred port
 * @param dynamoDbPort the preferred port; if it is in use, the next free port is used
 * @param postgresPort the preferred port; if it is in use, the next free port is used
 */
public record LocalOptions(boolean useFound, int dynamoDbPort, int postgresPort) {
    /** The ports of dev: DynamoDB on 8000, PostgreSQL on 5433 because another PostgreSQL often uses 5432. */
    public static LocalOptions usual() {
        return new LocalOptions(true, 8000, 5433);
    }

    /** For a temporary home: avoids the usual ports, and never uses another program's DynamoDB, which may contain data. */
    public static LocalOptions apart() {
        return new LocalOptions(false, 18000, 15433);
    }
}
