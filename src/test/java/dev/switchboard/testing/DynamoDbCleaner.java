package dev.switchboard.testing;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Takes every table away that other tests left on {@link TestEngines#dynamoDb()}, so that a test sees its own only. */
public final class DynamoDbCleaner {
    private DynamoDbCleaner() {}

    /** Deletes all tables, protected ones included. */
    public static void now() {
        DynamoDbClient client = TestEngines.dynamoDbClient();
        for (String name : client.listTablesPaginator().tableNames().stream().toList()) {
            if (Boolean.TRUE.equals(client.describeTable(b -> b.tableName(name)).table().deletionProtectionEnabled())) {
                client.updateTable(b -> b.tableName(name).deletionProtectionEnabled(false));
            }
            client.deleteTable(b -> b.tableName(name));
        }
    }
}
