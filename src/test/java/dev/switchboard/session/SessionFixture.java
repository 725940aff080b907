package dev.switchboard.session;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.conversations.Participant;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.seeding.ScriptLine;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestPoolUsers;
import dev.switchboard.users.User;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A whole session on real engines, with a table, a database and a home of its own. */
final class SessionFixture implements AutoCloseable {
    final Home home;
    final String table = TestAws.tableName("journal");
    final Session session;
    final Map<Setting, String> settings = new EnumMap<>(Setting.class);

    SessionFixture(Path home, URI dynamoDb) {
        this.home = new Home(home);
        PostgresEngine postgres = TestEngines.freshDatabase();
        UserPoolEngine pool = TestEngines.pool(List.of(TestPoolUsers.of("sub-ada", "ada")));
        settings.put(Setting.DYNAMODB_ENDPOINT, dynamoDb.toString());
        settings.put(Setting.AWS_REGION, "us-east-1");
        settings.put(Setting.MESSAGES_TABLE, table);
        settings.put(
                Setting.POSTGRES_URL,
                "postgresql://" + postgres.user() + ":" + postgres.password() + "@" + postgres.host() + ":" + postgres.port() + "/"
                        + postgres.database());
        settings.put(Setting.USER_POOL_ID, pool.poolId());
        settings.put(Setting.COGNITO_ENDPOINT, pool.endpoint().toString());
        session = open(Environment.DEV);
    }

    /** Another session on the same stores. */
    Session open(Environment environment) {
        SettingsFile none = SettingsFile.read(home.settingsFile());
        return new Session(home, Settings.resolve(environment, settings, Map.of(), none), InstantSource.system());
    }

    SessionFixture withTable(boolean stream) {
        session.tables().create(MessagesTablePreset.of(table, false, stream, true), Progress.NONE);
        return this;
    }

    SessionFixture withUsers() {
        session.databaseSetup().loadSchema(Progress.NONE);
        session.databaseSetup().seed(Progress.NONE);
        return this;
    }

    Participant person(String handle) {
        User user = session.users().byHandle(handle).orElseThrow();
        return new Participant(user.uuid(), user.handle(), user.displayName());
    }

    SeedPlan plan(int messages) {
        List<ScriptLine> lines = IntStream.range(0, messages).mapToObj(i -> new ScriptLine(i + 1, i % 2 + 1, "line " + i)).toList();
        return session.seeder().plan(person("ada"), person("bruno"), lines, null);
    }

    List<Item> all() {
        List<Item> rows = new CopyOnWriteArrayList<>();
        session.scans().scan(table, new ScanOptions(0, 1, ScanOptions.USUAL_RATE), page -> rows.addAll(page.items()), Progress.NONE);
        return new ArrayList<>(rows);
    }

    /** The newest change. */
    Entry last() {
        return session.changes().list(1).entries().getFirst();
    }

    @Override
    public void close() {
        session.close();
    }
}
