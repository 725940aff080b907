package dev.switchboard.doctor.planted;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A session whose three stores hold the planted data. */
final class PlantedWorld implements AutoCloseable {
    private static final int BATCH = 25;
    final Session session;
    final String table;

    PlantedWorld(Path folder, PlantedFaults planted) {
        this(folder, planted, Map.of());
    }

    /** @param given settings instead of those of the engines */
    PlantedWorld(Path folder, PlantedFaults planted, Map<Setting, String> given) {
        table = TestAws.tableName("planted");
        Home home = new Home(folder);
        PostgresEngine postgres = TestEngines.freshDatabase();
        UserPoolEngine pool = TestEngines.pool(planted.pool);
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString());
        settings.put(Setting.MESSAGES_TABLE, table);
        settings.put(Setting.POSTGRES_URL, "postgresql://" + postgres.user() + ":" + postgres.password() + "@" + postgres.host() + ":"
                + postgres.port() + "/" + postgres.database());
        settings.put(Setting.COGNITO_ENDPOINT, pool.endpoint().toString());
        settings.put(Setting.USER_POOL_ID, pool.poolId());
        settings.putAll(given);
        Settings resolved = Settings.resolve(Environment.DEV, settings, Map.of(), SettingsFile.read(home.settingsFile()));
        session = new Session(home, resolved, InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
        session.tables().create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
        session.databaseSetup().loadSchema(Progress.NONE);
        for (int from = 0; from < planted.sql.size(); from += 1_000) {
            String rows = String.join(", ", planted.sql.subList(from, Math.min(planted.sql.size(), from + 1_000)));
            session.sqlRunner().run(
                    "INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id) VALUES " + rows, Progress.NONE);
        }
        load(planted.items);
    }

    private void load(List<Item> items) {
        DynamoDbClient client = TestEngines.dynamoDbClient();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int from = 0; from < items.size(); from += BATCH) {
                List<WriteRequest> puts = new ArrayList<>();
                for (Item item : items.subList(from, Math.min(items.size(), from + BATCH))) {
                    puts.add(WriteRequest.builder().putRequest(put -> put.item(item.attributes())).build());
                }
                threads.submit(() -> {
                    Map<String, List<WriteRequest>> left = Map.of(table, puts);
                    while (!left.isEmpty()) {
                        Map<String, List<WriteRequest>> due = left;
                        left = client.batchWriteItem(request -> request.requestItems(due)).unprocessedItems();
                    }
                });
            }
        }
    }

    /** All items by key, and all users, as text. */
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        TestEngines.dynamoDbClient().scanPaginator(scan -> scan.tableName(table)).items()
                .forEach(item -> contents.put(PlantedGroup.key(Item.of(item)), Item.of(item).toPrettyJson()));
        session.users().all().forEach(user -> contents.put(user.uuid(), user.toString()));
        return contents;
    }

    Map<String, AttributeValue> get(String key) {
        return TestEngines.dynamoDbClient().getItem(get -> get.tableName(table).key(Item.ofJson(key).attributes())).item();
    }

    @Override
    public void close() {
        session.close();
        TestEngines.dynamoDbClient().deleteTable(delete -> delete.tableName(table));
    }
}
