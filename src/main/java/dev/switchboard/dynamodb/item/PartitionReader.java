package dev.switchboard.dynamodb.item;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Looks for many items of one partition with one query, which costs what the existing items weigh. A read of each key costs a capacity unit
 * also where there is no item.
 */
record PartitionReader(DynamoDbClient client, String table, KeySchema keys) {
    /** With fewer keys, a query can cost more than the reads. */
    private static final int FEWEST = 4;

    /** The order of sort keys in a partition: strings and binary values by their bytes, numbers by value. */
    private static final Comparator<AttributeValue> ORDER = (one, other) -> switch (one.type()) {
        case N -> new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()));
        case B -> Arrays.compareUnsigned(one.b().asByteArrayUnsafe(), other.b().asByteArrayUnsafe());
        default -> Arrays.compareUnsigned(one.s().getBytes(StandardCharsets.UTF_8), other.s().getBytes(StandardCharsets.UTF_8));
    };

    /**
     * Reads with strong consistency. Each query reads at most as many items as keys are wanted, whatever else is between them.
     *
     * @param found receives the existing items by key
     * @return the keys about which nothing is known yet
     */
    List<Item> read(Collection<Item> wanted, Map<Item, Item> found) {
        if (keys.names().size() < 2 || wanted.size() < FEWEST) {
            return List.copyOf(wanted);
        }
        Map<AttributeValue, List<Item>> partitions = new LinkedHashMap<>();
        wanted.forEach(key -> partitions.computeIfAbsent(key.attributes().get(keys.names().getFirst()), pk -> new ArrayList<>()).add(key));
        List<Item> left = new ArrayList<>();
        partitions.forEach((partition, some) -> left.addAll(some.size() < FEWEST ? some : query(partition, some, found)));
        return left;
    }

    private List<Item> query(AttributeValue partition, List<Item> wanted, Map<Item, Item> found) {
        List<AttributeValue> sorts = wanted.stream().map(this::sort).toList();
        try {
            QueryResponse response = client.query(b -> b.tableName(table)
                    .keyConditionExpression("#p = :p AND #s BETWEEN :low AND :high")
                    .expressionAttributeNames(Map.of("#p", keys.names().getFirst(), "#s", keys.names().getLast()))
                    .expressionAttributeValues(Map.of(
                            ":p", partition, ":low", Collections.min(sorts, ORDER), ":high", Collections.max(sorts, ORDER)))
                    .consistentRead(true)
                    .limit(wanted.size())
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            Set<Item> asked = Set.copyOf(wanted);
            response.items().stream().map(Item::of).filter(item -> asked.contains(keys.of(item)))
                    .forEach(item -> found.put(keys.of(item), item));
            if (!response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty()) {
                return List.of();
            }
            AttributeValue last = sort(Item.of(response.lastEvaluatedKey()));
            return wanted.stream().filter(key -> ORDER.compare(sort(key), last) > 0).toList();
        } catch (DynamoDbException e) {
            if (!Throttling.is(e)) {
                throw e;
            }
            return wanted;
        }
    }

    private AttributeValue sort(Item key) {
        return Objects.requireNonNull(key.attributes().get(keys.names().getLast()));
    }
}
