package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.expression.Expression;
import dev.switchboard.dynamodb.expression.ExpressionWriter;
import dev.switchboard.dynamodb.item.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Sends the requests of a plan. */
final class PlanRequests {
    private final ReadPlan plan;
    private final @Nullable String key;
    private final @Nullable String filter;
    private final @Nullable String projection;
    private final @Nullable Map<String, String> names;
    private final @Nullable Map<String, AttributeValue> values;

    /**
     * The response to one request.
     *
     * @param last the key of the last item that was read; null if there are no more
     */
    record Answer(List<Item> items, int scanned, double units, @Nullable Item last) {}

    PlanRequests(ReadPlan plan) {
        this.plan = plan;
        ExpressionWriter writer = new ExpressionWriter();
        key = plan.key() == null ? null : writer.write(plan.key().filter());
        filter = plan.filter() == null ? null : writer.write(plan.filter());
        projection = plan.projection().isEmpty() ? null : writer.write(plan.projection());
        Expression all = writer.expression("");
        // DynamoDB refuses empty maps.
        names = all.names().isEmpty() ? null : all.names();
        values = all.values().names().isEmpty() ? null : all.values().attributes();
    }

    Answer send(DynamoDbClient client, int segment, @Nullable Item from, int limit) {
        @Nullable Map<String, AttributeValue> start = from == null ? null : from.attributes();
        return plan.isQuery() ? query(client, start, limit) : scan(client, segment, start, limit);
    }

    private Answer query(DynamoDbClient client, @Nullable Map<String, AttributeValue> start, int limit) {
        QueryResponse response = client.query(b -> b.tableName(plan.table())
                .indexName(plan.index())
                .keyConditionExpression(key)
                .filterExpression(filter)
                .projectionExpression(projection)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .scanIndexForward(!plan.descending())
                .consistentRead(plan.strong() ? true : null)
                .limit(limit)
                .exclusiveStartKey(start)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        return answer(response.items(), response.scannedCount(), response.consumedCapacity(), response.lastEvaluatedKey());
    }

    private Answer scan(DynamoDbClient client, int segment, @Nullable Map<String, AttributeValue> start, int limit) {
        ScanResponse response = client.scan(b -> b.tableName(plan.table())
                .indexName(plan.index())
                .filterExpression(filter)
                .projectionExpression(projection)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .consistentRead(plan.strong() ? true : null)
                .limit(limit)
                .segment(plan.segments() > 1 ? segment : null)
                .totalSegments(plan.segments() > 1 ? plan.segments() : null)
                .exclusiveStartKey(start)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        return answer(response.items(), response.scannedCount(), response.consumedCapacity(), response.lastEvaluatedKey());
    }

    private static Answer answer(List<Map<String, AttributeValue>> items, @Nullable Integer scanned, @Nullable ConsumedCapacity units,
            @Nullable Map<String, AttributeValue> last) {
        return new Answer(
                items.stream().map(Item::of).toList(),
                scanned == null ? items.size() : scanned,
                units == null || units.capacityUnits() == null ? 0 : units.capacityUnits(),
                last == null || last.isEmpty() ? null : Item.of(last));
    }
}
