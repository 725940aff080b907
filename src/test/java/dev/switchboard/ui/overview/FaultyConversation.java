package dev.switchboard.ui.overview;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sample conversation in an environment of its own, with faults that are planted in known numbers. */
final class FaultyConversation {
    /** The number of messages with a former handle of their sender. */
    static final int RENAMED = 5;
    /** The number of items that are neither a group row nor a message. */
    static final int UNKNOWN = 3;

    private static final String OTHER_GROUP = "0b9bd3a2-4a5c-4c64-b7e0-0d3f2c9b1a77";
    private final Map<Setting, String> settings;
    private final Path home;
    final TestContext test;
    final String table;

    /** @param home the folder of the environment */
    FaultyConversation(Path home) {
        this.home = home;
        settings = TestSettings.fresh(home);
        test = TestContext.of(home, Environment.DEV, settings);
        table = test.context().session().settings().messagesTable();
        OverviewViewModel model = new OverviewViewModel(test.context(), test.context().session().doctor());
        model.check();
        model.repairAll();
        model.close();
        test.notices().said.clear();
    }

    /** The same environment as prd, locked. */
    TestContext lockedPrd() {
        Map<Setting, String> same = new TreeMap<>(settings);
        same.put(Setting.AWS_REGION, "eu-central-1");
        return TestContext.of(home.resolve("prd"), Environment.PRD, same);
    }

    /** All items, by their keys. */
    Map<String, Map<String, AttributeValue>> contents() {
        Map<String, Map<String, AttributeValue>> contents = new TreeMap<>();
        TestEngines.dynamoDbClient().scanPaginator(scan -> scan.tableName(table)).items()
                .forEach(item -> contents.put(item.get("pk").s() + " " + item.get("sk").s(), item));
        return contents;
    }

    private List<Map<String, AttributeValue>> items(String prefix) {
        return contents().values().stream().filter(item -> item.get("pk").s().startsWith(prefix)).toList();
    }

    /** Gives messages another handle of their sender. */
    FaultyConversation rename() {
        items("MSG#").stream().limit(RENAMED).forEach(item -> {
            Map<String, AttributeValue> renamed = new HashMap<>(item);
            renamed.put("user_handle", AttributeValue.fromS("formerly"));
            put(renamed);
        });
        return this;
    }

    /** Adds items of an unknown kind. */
    FaultyConversation stray() {
        for (int i = 0; i < UNKNOWN; i++) {
            put(Map.of("pk", AttributeValue.fromS("USER#" + i), "sk", AttributeValue.fromS("profile")));
        }
        return this;
    }

    /** Adds a second group of the same two people. */
    FaultyConversation duplicate() {
        items("GRP#").forEach(item -> {
            Map<String, AttributeValue> row = new HashMap<>(item);
            row.put("message_group_uuid", AttributeValue.fromS(OTHER_GROUP));
            row.put("sk", AttributeValue.fromS("2026-01-05T10:00:00.000000+00:00"));
            row.put("message", AttributeValue.fromS("Hello again"));
            put(row);
        });
        Map<String, AttributeValue> message = new HashMap<>(items("MSG#").getFirst());
        message.put("pk", AttributeValue.fromS("MSG#" + OTHER_GROUP));
        message.put("sk", AttributeValue.fromS("2026-01-05T10:00:00.000000+00:00"));
        message.put("message", AttributeValue.fromS("Hello again"));
        message.put("message_uuid", AttributeValue.fromS("9a1f2b6c-0001-4000-8000-000000000001"));
        put(message);
        return this;
    }

    private void put(Map<String, AttributeValue> item) {
        TestEngines.dynamoDbClient().putItem(put -> put.tableName(table).item(item));
    }
}
