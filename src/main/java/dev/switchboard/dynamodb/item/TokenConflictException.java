package dev.switchboard.dynamodb.item;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Another transaction bears the token that was given to this one. Nothing was written. */
public final class TokenConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean underWay;

    TokenConflictException(boolean underWay, DynamoDbException cause) {
        super(underWay ? "a transaction with the same token is under way" : "a transaction with the same token was done", cause);
        this.underWay = underWay;
    }

    /** Whether the other one is still being done; else it has been done, in the last ten minutes. */
    public boolean underWay() {
        return underWay;
    }
}
