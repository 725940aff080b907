package dev.switchboard.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Before-images that are read by a query are those that a read of each key finds, whatever else is in the partition. */
class PartitionReaderTest {
    private static final KeySchema KEYS = new KeySchema(List.of("pk", "sk"));

    /** The types of sort keys, with values whose order is not that of their text or of Java's characters. */
    enum Sort {
        S(i -> AttributeValue.fromS((i % 2 == 0 ? "\uFF5E" : "😀") + i)),
        N(i -> AttributeValue.fromN(String.valueOf(i - 50))),
        B(i -> AttributeValue.fromB(SdkBytes.fromByteArray(ByteBuffer.allocate(4).putInt(i * 40_000_000).array())));

        private final IntFunction<AttributeValue> value;

        Sort(IntFunction<AttributeValue> value) {
            this.value = value;
        }
    }

    static Stream<Arguments> enginesAndSorts() {
        return TestEngines.everyDynamoDb().stream().flatMap(engine -> Stream.of(Sort.values()).map(sort -> Arguments.of(engine, sort)));
    }

    private static Item item(Sort sort, String partition, int i) {
        return Item.of(Map.of("pk", AttributeValue.fromS(partition), "sk", sort.value.apply(i), "n", AttributeValue.fromN("" + i)));
    }

    private static String table(DynamoDbClient client, Sort sort) {
        String name = TestAws.tableName("partitions");
        client.createTable(b -> b.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        AttributeDefinition.builder().attributeName("pk").attributeType("S").build(),
                        AttributeDefinition.builder().attributeName("sk").attributeType(sort.name()).build())
                .keySchema(
                        KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build(),
                        KeySchemaElement.builder().attributeName("sk").keyType(KeyType.RANGE).build()));
        return name;
    }

    @ParameterizedTest
    @MethodSource("enginesAndSorts")
    void whatExistsIsFound(NamedEngine engine, Sort sort) {
        DynamoDbClient client = TestEngines.dynamoDbClient(engine.endpoint());
        String table = table(client, sort);
        // Partition a has each second item, and more of them than are asked for; b has none; c is asked for a single one.
        IntStream.range(0, 40).map(i -> i * 2).forEach(i -> client.putItem(b -> b.tableName(table).item(item(sort, "a", i).attributes())));
        client.putItem(b -> b.tableName(table).item(item(sort, "c", 1).attributes()));
        List<Item> wanted = new ArrayList<>();
        new TreeSet<>(List.of(0, 1, 2, 30, 31, 77, 78, 99)).forEach(i -> wanted.add(KEYS.of(item(sort, "a", i))));
        IntStream.range(0, 10).forEach(i -> wanted.add(KEYS.of(item(sort, "b", i))));
        wanted.add(KEYS.of(item(sort, "c", 1)));

        Map<Item, Item> all = new ItemImageReader(client, table, KEYS).read(wanted);
        Map<Item, Item> found = new HashMap<>();
        List<Item> left = new PartitionReader(client, table, KEYS).read(wanted, found);

        Map<Item, Item> expected = new HashMap<>();
        Stream.of(item(sort, "a", 0), item(sort, "a", 2), item(sort, "a", 30), item(sort, "a", 78), item(sort, "c", 1))
                .forEach(item -> expected.put(KEYS.of(item), item));
        assertThat(all).isEqualTo(expected);
        assertThat(left).as("only what the query did not reach").contains(KEYS.of(item(sort, "c", 1)))
                .noneMatch(key -> "b".equals(key.string("pk")));
        expected.forEach((key, item) -> assertThat(left.contains(key) || item.equals(found.get(key))).isTrue());
    }
}
