package dev.switchboard.ui.common.transfer;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Two tables with the same keys on the test engine, and the context of an environment in which both exist. */
final class TransferFixture implements AutoCloseable {
    final String table = TestAws.tableName("ui-transfer");
    final String other = TestAws.tableName("ui-transfer-other");
    final TestContext test;
    final UiContext context;
    final Path folder;

    TransferFixture(Path home, Environment environment) {
        folder = home.resolve("files");
        test = TestContext.of(home.resolve("home"), environment, settings(environment));
        context = test.context();
        context.state().set("transfer.folder", folder.toString());
        for (String name : List.of(table, other)) {
            new Tables(TestAws.clients(TestEngines.dynamoDb())).create(MessagesTablePreset.of(name, false, false, true), Progress.NONE);
        }
    }

    private static Map<Setting, String> settings(Environment environment) {
        return environment == Environment.DEV
                ? Map.of(Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString())
                : Map.of(
                        Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(),
                        Setting.AWS_REGION, "eu-central-1",
                        Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur",
                        Setting.USER_POOL_ID, "eu-central-1_Example");
    }

    /** Saves settings with which another environment finds the test engine. */
    void saveSettings(Environment environment) {
        SettingsFile file = context.sources().file();
        settings(environment).forEach((setting, value) -> file.set(environment, setting, value));
    }

    List<Item> fill(int count) {
        List<Item> items = IntStream.range(0, count).mapToObj(i -> item(i, "t" + i)).toList();
        items.forEach(item -> TestEngines.dynamoDbClient().putItem(b -> b.tableName(table).item(item.attributes())));
        return items;
    }

    static Item item(int number, String text) {
        return Item.builder().string("pk", "p" + number % 3).string("sk", String.format("%04d", number)).string("text", text).build();
    }

    /** The items of a table by sort key. */
    static Map<String, Item> items(String name) {
        Map<String, Item> found = new TreeMap<>();
        TestEngines.dynamoDbClient().scanPaginator(b -> b.tableName(name)).items()
                .forEach(item -> found.put(item.get("sk").s(), Item.of(item)));
        return found;
    }

    @Override
    public void close() {
        context.session().close();
    }
}
