package dev.switchboard.ui.testing;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables with items on the test engine. */
public final class ItemsFixture {
    /** Settings of prd. */
    public static final Map<Setting, String> PRD = Map.of(
            Setting.AWS_REGION, "eu-central-1",
            Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur",
            Setting.USER_POOL_ID, "eu-central-1_Example");

    private ItemsFixture() {}

    /** A context with the test engine as DynamoDB. */
    public static TestContext context(Path home, Environment environment) {
        Map<Setting, String> settings = new HashMap<>(environment == Environment.PRD ? PRD : Map.of());
        settings.put(Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString());
        return TestContext.of(home, environment, settings);
    }

    /** Creates a messages table with a number of messages. */
    public static void table(TestContext test, String name, int rows) {
        test.context().session().tables().create(MessagesTablePreset.of(name, false, false, false), Progress.NONE);
        String[] texts = {"Did the last ferry leave on time?", "Ten minutes late, as always.", "See you at the harbour at six",
            "Good. Bring coffee too."};
        for (int row = 0; row < rows; row++) {
            String at = String.format("2026-11-22T%02d:%02d:00.000000+00:00", row / 60 % 24, row % 60);
            Map<String, AttributeValue> item = new HashMap<>();
            item.put("pk", AttributeValue.fromS("MSG#5ae290ed-55d1-47a0-bc6d-fe2bc2700399"));
            item.put("sk", AttributeValue.fromS(at + (row < 1440 ? "" : row)));
            item.put("message_uuid", AttributeValue.fromS("00000000-0000-4000-8000-" + String.format("%012d", row)));
            item.put("message", AttributeValue.fromS(texts[row % texts.length]));
            item.put("user_handle", AttributeValue.fromS(row % 2 == 0 ? "ada" : "bruno"));
            item.put("user_display_name", AttributeValue.fromS(row % 2 == 0 ? "Ada Lindqvist" : "Bruno Keller"));
            TestEngines.dynamoDbClient().putItem(b -> b.tableName(name).item(item));
        }
    }
}
