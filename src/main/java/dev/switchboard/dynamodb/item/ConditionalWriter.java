package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.journal.WritePermit;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Writes single items, each only where it is as expected. Where the answer to an attempt is lost, the SDK sends the write again, and the
 * condition fails on what the first attempt wrote; the item itself then tells which it was.
 */
public record ConditionalWriter(DynamoDbClient client, String table, KeySchema keys, WritePermit change) {

    /** Returns false where the item was not as expected; nothing was written then. */
    public boolean write(Write write) {
        int throttled = 0;
        boolean unanswered = false;
        while (true) {
            try {
                send(write);
                change.written();
                return true;
            } catch (ConditionalCheckFailedException e) {
                if ((unanswered || LostAnswers.arePossible(e)) && new ItemImageReader(client, table, keys).areWritten(List.of(write))) {
                    change.written();
                    return true;
                }
                return false;
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                unanswered |= LostAnswers.arePossible(e);
                if (++throttled >= ThrottlingLimit.USUAL.attempts() && unanswered) {
                    // An earlier attempt may have been written, so that this is no plain failure.
                    throw SdkClientException.create(String.valueOf(e.getMessage()), e);
                }
                RetryBackoff.sleep(ThrottlingLimit.USUAL.pause(table, throttled));
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
            case Write.Update(Item item, Item expected) -> {
                String update = conditions.update(expected, item);
                var _ = client.updateItem(b -> b.tableName(table)
                        .key(keys.of(expected).attributes())
                        .updateExpression(update)
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
