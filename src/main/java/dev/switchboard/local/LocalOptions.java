package dev.switchboard.local;

/**
 * Where engines listen.
 *
 * @param useFound whether a DynamoDB that somebody else runs on the preferred port is used
 * @param dynamoDbPort the preferred port; the next free one is taken where it is in use
 * @param postgresPort likewise
 */
public record LocalOptions(boolean useFound, int dynamoDbPort, int postgresPort) {
    /** What dev does: DynamoDB on 8000, PostgreSQL on 5433 so as to leave 5432 to one of your own. */
    public static LocalOptions usual() {
        return new LocalOptions(true, 8000, 5433);
    }

    /** For a throw-away home: away from the usual ports, and never with a DynamoDB that holds somebody's data. */
    public static LocalOptions apart() {
        return new LocalOptions(false, 18000, 15433);
    }
}
