package dev.switchboard.ui.items.edit;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A table with items of every type on the test engine, and the editing of a tab. */
final class EditFixture {
    static final String RICH = """
            {"pk":{"S":"GRP#1"},"sk":{"S":"2026-11-26T12:00:00Z"},"message":{"S":"See you at the harbour at six 😀"},
             "likes":{"N":"12345678901234567890123456789012345678"},"expires":{"N":"1795694400"},"avatar":{"B":"iVBORw0KGgoAAAANSUhEUgAA"},
             "seen":{"BOOL":true},"reply_to":{"NULL":true},"tags":{"SS":["ferry","harbour"]},"scores":{"NS":["1","2.50"]},"note":{"S":""},
             "history":{"L":[{"S":"sent"},{"N":"3"},{"M":{"at":{"S":"2026-11-26T12:01:00Z"}}}]},
             "author":{"M":{"handle":{"S":"ada"},"address":{"M":{"city":{"S":"Lund"},"lines":{"L":[{"S":"1"}]}}}}}}""";

    final TestContext test;
    final UiContext context;
    final String table = TestAws.tableName("ui-edit");

    EditFixture(Path home) {
        this(home, Environment.DEV);
    }

    EditFixture(Path home, Environment environment) {
        Map<Setting, String> settings = environment == Environment.DEV
                ? Map.of(Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString())
                : Map.of(
                        Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(),
                        Setting.AWS_REGION, "eu-central-1",
                        Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur",
                        Setting.USER_POOL_ID, "eu-central-1_Example");
        test = TestContext.of(home, environment, settings);
        context = test.context();
        new Tables(TestAws.clients(TestEngines.dynamoDb()))
                .create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
    }

    /** Puts items as another process does. */
    List<Item> fill(int count) {
        List<Item> items = IntStream.range(0, count)
                .mapToObj(i -> Item.builder().string("pk", "MSG#" + i % 2).string("sk", String.format("%04d", i)).string("text", "t" + i)
                        .build())
                .toList();
        items.forEach(this::put);
        return items;
    }

    Item put(Item item) {
        TestEngines.dynamoDbClient().putItem(b -> b.tableName(table).item(item.attributes()));
        return item;
    }

    /** The current item with the key of another; null if it does not exist. */
    Item now(Item item) {
        return context.session().items().get(table, item.only(List.of("pk", "sk"))).orElse(null);
    }

    ItemEditing editing() {
        ItemEditing editing = new ItemEditing(context);
        editing.use(table);
        return editing;
    }
}
