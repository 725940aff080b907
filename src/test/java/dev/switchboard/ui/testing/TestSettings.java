package dev.switchboard.ui.testing;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.local.userpool.PoolFile;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Settings for the engines of the test JVM, with no table, an empty database, and the bundled user pool. */
public final class TestSettings {
    private static final AtomicInteger TABLES = new AtomicInteger();

    private TestSettings() {}

    /** Settings as given on the command line. */
    public static Map<Setting, String> fresh(Path home) {
        PostgresEngine database = TestEngines.freshDatabase();
        UserPoolEngine pool = TestEngines.pool(PoolFile.readOrCreate(home.resolve("pool.json")).users());
        return Map.of(
                Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(),
                Setting.MESSAGES_TABLE, "cruddur-window-" + TABLES.incrementAndGet(),
                Setting.POSTGRES_URL, url(database),
                Setting.COGNITO_ENDPOINT, pool.endpoint().toString(),
                Setting.USER_POOL_ID, pool.poolId());
    }

    private static String url(PostgresEngine database) {
        return "postgresql://" + database.user() + ":" + database.password() + "@" + database.host() + ":" + database.port() + "/"
                + database.database();
    }

    /** Settings with unreachable backends. */
    public static Map<Setting, String> dead() {
        return Map.of(
                Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9",
                Setting.POSTGRES_URL, "postgresql://operator:none@127.0.0.1:9/cruddur",
                Setting.COGNITO_ENDPOINT, "http://127.0.0.1:9",
                Setting.USER_POOL_ID, "eu-central-1_Example");
    }
}
