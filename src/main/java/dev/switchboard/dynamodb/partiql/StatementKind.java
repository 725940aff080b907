package dev.switchboard.dynamodb.partiql;

/** What a statement does. */
public enum StatementKind {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    /** Anything that DynamoDB does not run as a single statement. */
    OTHER;

    /** Whether it changes an item. */
    public boolean writes() {
        return this == INSERT || this == UPDATE || this == DELETE;
    }
}
