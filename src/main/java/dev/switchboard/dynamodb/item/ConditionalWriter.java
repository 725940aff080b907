package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.journal.WritePermit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Writes single rows, each only where it is as expected. */
public record ConditionalWriter(DynamoDbClient client, String table, KeySchema keys, WritePermit change) {

    /** Returns false where the row was not as expected; nothing was written then. */
    public boolean write(Write write) {
        int throttled = 0;
        while (true) {
            try {
                send(write);
                change.written();
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                RetryBackoff.THROTTLED.await(++throttled);
            }
        }
    }

    private void send(Write write) {
        ExpressionBuilder conditions = new ExpressionBuilder();
        switch (write) {
            case Write.Put(Item item, boolean onlyIfAbsent) when onlyIfAbsent -> {
                conditions.and("attribute_not_exists(%s)", keys.names().getFirst());
                var _ = client.putItem(b -> b.tableName(table)
                        .item(item.attributes())
                        .conditionExpression(conditions.expression())
                        .expressionAttributeNames(conditions.names())
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .overrideConfiguration(PermitInterceptor.of(change)));
            }
            case Write.Replace(Item item, Item expected) -> {
                conditions.andAllOf(expected);
                var _ = client.putItem(b -> b.tableName(table)
                        .item(item.attributes())
                        .conditionExpression(conditions.expression())
                        .expressionAttributeNames(conditions.names())
                        .expressionAttributeValues(conditions.values())
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .overrideConfiguration(PermitInterceptor.of(change)));
            }
            case Write.Remove(Item expected) -> {
                conditions.andAllOf(expected);
                var _ = client.deleteItem(b -> b.tableName(table)
                        .key(keys.of(expected).attributes())
                        .conditionExpression(conditions.expression())
                        .expressionAttributeNames(conditions.names())
                        .expressionAttributeValues(conditions.values())
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .overrideConfiguration(PermitInterceptor.of(change)));
            }
            default -> throw new IllegalArgumentException("no write with a condition: " + write.getClass().getSimpleName());
        }
    }
}
