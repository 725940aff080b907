package dev.switchboard.dynamodb.item;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Thrown when another transaction has the same client request token. Nothing was written. */
public final class TokenConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean underWay;

    TokenConflictException(boolean underWay, DynamoDbException cause) {
        super(underWay ? "a transaction with the same token is in progress" : "a transaction with the same token was completed", cause);
        this.underWay = underWay;
    }

    /** Returns whether the other transaction is in progress; otherwise it completed in the last ten minutes. */
    public boolean underWay() {
        return underWay;
    }
}
