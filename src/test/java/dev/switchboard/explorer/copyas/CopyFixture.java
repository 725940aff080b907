package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.dynamodb.table.CreateTableRequestMapper;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;

/** A table of items whose names and values are difficult to quote, in DynamoDB Local. */
final class CopyFixture {
    /** An apostrophe, both quotes, a backslash, line ends, a tab, shell and Python syntax, an emoji, and text that runs to the left. */
    static final String NASTY = "it's \"quoted\" \\ and\nnew\r\n\tlines $HOME `x` $(y) !z %s {0} 👩‍🚀 עברית \u202e\u00a0 #{a}";
    static final String DIGITS = "-1234567890123456789012345678.9012345678";
    /** A reserved word, and a name with everything that quoting can get wrong. */
    static final String NAME = "na'me \"1\".x\\$";
    private static final NamedEngine ENGINE =
            TestEngines.everyDynamoDb().stream().filter(engine -> engine.name().equals("DynamoDB Local")).findFirst().orElseThrow();

    private CopyFixture() {}

    static ClientSettings settings() {
        return ClientSettings.local("us-east-1", ENGINE.endpoint().toString());
    }

    static PlanReader reader() {
        return new PlanReader(TestAws.clients(ENGINE.endpoint()));
    }

    /** An empty table with an index. */
    static String empty() {
        String table = TestAws.tableName("copy");
        TableDefinition definition = new TableDefinition(
                table, List.of(KeyAttribute.hash("pk", "S"), KeyAttribute.range("sk", "S")),
                List.of(IndexDefinition.global("by-status", KeyAttribute.hash("status", "S"), KeyAttribute.range("sk", "S"))),
                "PAY_PER_REQUEST", 0, 0, null, false, Map.of());
        TestEngines.dynamoDbClient(ENGINE.endpoint()).createTable(CreateTableRequestMapper.of(definition));
        return table;
    }

    /** 330 items of 10 KB in one partition, which are four pages, and one with every type. */
    static String filled() {
        String table = empty();
        List<Write> writes = new ArrayList<>();
        IntStream.range(0, 330).forEach(i -> writes.add(new Write.Put(Item.builder()
                .string("pk", "big").string("sk", String.format("%03d", i)).string("status", i % 3 == 0 ? NASTY : "open")
                .string("filler", "x".repeat(10_000)).build(), false)));
        writes.add(new Write.Put(nasty(), false));
        new BatchWriter(TestAws.clients(ENGINE.endpoint())).write(table, writes, Progress.NONE);
        return table;
    }

    static Item nasty() {
        return Item.ofJson("""
                {"pk":{"S":%1$s},"sk":{"S":"all"},%2$s:{"M":{"status":{"S":%1$s},"lines":{"L":[{"N":"%3$s"},{"S":""}]}}},
                "number":{"N":"%3$s"},"binary":{"B":"AP/+gA0K"},"yes":{"BOOL":true},"no":{"BOOL":false},"null":{"NULL":true},
                "strings":{"SS":[%1$s,"b"]},"numbers":{"NS":["1","%3$s"]},"binaries":{"BS":["AA==","/w=="]},"empty":{"S":""},
                "emptyMap":{"M":{}},"emptyList":{"L":[]}}
                """.formatted(CodeStringsTest.json(NASTY), CodeStringsTest.json(NAME), DIGITS));
    }

    /** What the program itself reads by a plan, as DynamoDB JSON. */
    static List<String> read(ReadPlan plan) {
        List<String> items = Collections.synchronizedList(new ArrayList<>());
        reader().read(plan, ReadPosition.START, page -> page.items().forEach(item -> items.add(CopiedRows.normal(item.toJson()))),
                Progress.NONE);
        return items;
    }

    /** What a statement reads, from all its pages. */
    static List<String> execute(String statement) {
        List<String> items = new ArrayList<>();
        @Nullable String token = null;
        do {
            String from = token;
            ExecuteStatementResponse page = client().executeStatement(b -> b.statement(statement).nextToken(from));
            page.items().forEach(item -> items.add(CopiedRows.normal(Item.of(item).toJson())));
            token = page.nextToken();
        } while (token != null);
        return items;
    }

    static DynamoDbClient client() {
        return TestEngines.dynamoDbClient(ENGINE.endpoint());
    }

    static Map<String, TypedValue> attributes() {
        return TypedItems.values(nasty()).values();
    }

    static TypedValue attribute(String name) {
        return Objects.requireNonNull(attributes().get(name));
    }
}
