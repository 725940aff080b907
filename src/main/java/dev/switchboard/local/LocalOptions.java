package dev.switchboard.local;

/**
 * The ports of the local engines.
 *
 * @param foundPort the port where another program's DynamoDB is looked for, and used if it is running; 0 for none
 * @param dynamoDbPort the preferred port; if it is in use, the next free port is used; 0 for the home's own, see {@link HomePort}
 * @param postgresPort the preferred port; if it is in use, the next free port is used
 */
public record LocalOptions(int foundPort, int dynamoDbPort, int postgresPort) {
    /** The ports of dev: a DynamoDB on 8000 is used, and PostgreSQL is on 5433 because another PostgreSQL often uses 5432. */
    public static LocalOptions usual() {
        return new LocalOptions(8000, 0, 5433);
    }

    /** For a temporary home: avoids the usual ports, and never uses another program's DynamoDB, which may contain data. */
    public static LocalOptions apart() {
        return new LocalOptions(0, 0, 15433);
    }
}
