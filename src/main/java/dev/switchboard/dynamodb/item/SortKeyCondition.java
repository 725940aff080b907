package dev.switchboard.dynamodb.item;

/** A condition on the sort key of a query. Strings are compared by their UTF-8 bytes, as in DynamoDB. */
public sealed interface SortKeyCondition {
    /** Matches every sort key. */
    record All() implements SortKeyCondition {}

    /** Matches sort keys with a prefix, which must not be empty. */
    record BeginsWith(String prefix) implements SortKeyCondition {}

    /** Matches sort keys from low to high, both inclusive. */
    record Between(String low, String high) implements SortKeyCondition {}
}
