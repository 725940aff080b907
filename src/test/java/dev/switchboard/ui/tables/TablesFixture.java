package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables on the test engine. */
final class TablesFixture {
    private TablesFixture() {}

    static TestContext context(Path home, Environment environment) {
        Map<Setting, String> settings = new HashMap<>();
        settings.put(Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString());
        if (environment == Environment.PRD) {
            settings.put(Setting.AWS_REGION, "eu-central-1");
            settings.put(Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur");
            settings.put(Setting.USER_POOL_ID, "eu-central-1_Example");
        }
        return TestContext.of(home, environment, settings);
    }

    static void make(TestContext test, TableDefinition definition) {
        test.context().session().tables().create(definition, Progress.NONE);
    }

    static void fill(String table, int rows) {
        for (int row = 0; row < rows; row++) {
            Map<String, AttributeValue> item =
                    Map.of("pk", AttributeValue.fromS("MSG#1"), "sk", AttributeValue.fromS("row " + row), "message",
                            AttributeValue.fromS("hello"));
            TestEngines.dynamoDbClient().putItem(b -> b.tableName(table).item(item));
        }
    }

    static int count(String table) {
        return TestEngines.dynamoDbClient().scan(b -> b.tableName(table)).count();
    }
}
