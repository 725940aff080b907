package dev.switchboard.dynamodb.item;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads pages of a query until it has the requested number of items. */
final class QueryPageReader {
    /** The limit of a request with a filter. A limit counts items before filtering, so a small one could take one request per matching item. */
    private static final int FILTERED_PAGE_LIMIT = 200;

    private final DynamoDbClient client;
    private final Query query;
    private final List<Item> items = new ArrayList<>();
    private double consumed;

    QueryPageReader(DynamoDbClient client, Query query) {
        this.client = client;
        this.query = query;
    }

    ItemPage page() {
        @Nullable PageKey startAfter = query.startAfter();
        @Nullable Map<String, AttributeValue> from = startAfter == null ? null : ItemStore.key(startAfter).attributes();
        while (true) {
            QueryResponse response = client.query(request(from));
            consumed += response.consumedCapacity() == null ? 0 : response.consumedCapacity().capacityUnits();
            for (Map<String, AttributeValue> found : response.items()) {
                if (items.size() == query.limit()) {
                    return result(keyOf(items.getLast(), response));
                }
                items.add(Item.of(found));
            }
            if (!response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty()) {
                return result(null);
            }
            from = response.lastEvaluatedKey();
            if (items.size() >= query.limit()) {
                return result(Item.of(from));
            }
        }
    }

    private ItemPage result(@Nullable Item last) {
        return new ItemPage(items, last == null ? null : new PageKey(last.toJson()), consumed);
    }

    /** Returns the page key for an item in the middle of a page: the keys of the table and of the queried index. */
    private Item keyOf(Item item, QueryResponse response) {
        Set<String> names = new LinkedHashSet<>(response.lastEvaluatedKey().keySet());
        if (names.isEmpty()) {
            names.addAll(List.of(query.partitionName(), query.sortName()));
            if (query.index() != null) {
                TableReader.keys(client, query.table()).forEach(key -> names.add(key.name()));
            }
        }
        return item.only(names);
    }

    private QueryRequest request(@Nullable Map<String, AttributeValue> from) {
        int remaining = query.limit() - items.size();
        ExpressionBuilder conditions = new ExpressionBuilder().and("%s = %s", query.partitionName(), query.partitionValue());
        switch (query.sort()) {
            case SortKeyCondition.All all -> {}
            case SortKeyCondition.BeginsWith(String prefix) -> conditions.and("begins_with(%s, %s)", query.sortName(), prefix);
            case SortKeyCondition.Between(String low, String high) -> conditions.and("%s BETWEEN %s AND %s", query.sortName(), low, high);
        }
        List<String> filter = new ArrayList<>();
        query.equals().forEach((name, value) -> filter.add(conditions.part("%s = %s", name, value)));
        return QueryRequest.builder()
                .tableName(query.table())
                .indexName(query.index())
                .keyConditionExpression(conditions.expression())
                .filterExpression(filter.isEmpty() ? null : String.join(" AND ", filter))
                .expressionAttributeNames(conditions.names())
                .expressionAttributeValues(conditions.values())
                .scanIndexForward(!query.newestFirst())
                .consistentRead(query.consistent() ? true : null)
                .limit(filter.isEmpty() ? remaining : Math.max(remaining, FILTERED_PAGE_LIMIT))
                .exclusiveStartKey(from)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }
}
