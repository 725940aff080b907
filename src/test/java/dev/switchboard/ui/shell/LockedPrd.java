package dev.switchboard.ui.shell;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.edit.ItemSource;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.job.Progress;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.StoreSnapshot;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestPoolUsers;
import dev.switchboard.users.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** A window on a locked prd with sample data of every kind, behind servers that record requests. */
final class LockedPrd implements AutoCloseable {
    private static final List<String> REPAIRS = List.of("create-table", "db-setup", "db-seed", "users-sync", "seed-conversation");

    final String table = TestAws.tableName("locked-window");
    final String user;
    final String group;
    /** A user without a conversation with that user. */
    final String stranger;
    final WatchedJobs jobs = new WatchedJobs();
    final ShellFixture window;
    /** Arguments for writing methods. */
    final Map<Class<?>, List<Object>> values;

    private final PostgresEngine postgres = TestEngines.freshDatabase();
    private final UserPoolEngine pool =
            TestEngines.pool(List.of(TestPoolUsers.of("sub-of-ada", "ada"), TestPoolUsers.of("sub-of-bruno", "bruno")));
    private final InterceptingProxy dynamoDb = new InterceptingProxy(TestEngines.dynamoDb());
    private final InterceptingProxy cognito = new InterceptingProxy(pool.endpoint());
    private final Connection another;

    LockedPrd(Path home) throws Exception {
        try (Session dev = new Session(new Home(home), settings(home), InstantSource.system())) {
            dev.databaseSetup().loadSchema(Progress.NONE);
            dev.databaseSetup().seed(Progress.NONE);
            dev.tables().create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
            dev.doctor().repair("seed-conversation", Progress.NONE);
            BackupFile backup = dev.backups().backup(table, null, Progress.NONE);
            User talker = dev.users().all().stream().filter(one -> !groups(dev, one).isEmpty()).findFirst().orElseThrow();
            user = talker.handle();
            group = groups(dev, talker).getFirst();
            stranger = dev.users().all().stream().filter(one -> groups(dev, one).isEmpty()).findFirst().orElseThrow().handle();
            TableDetails details = dev.tables().describe(table);
            TableDefinition wanted = MessagesTablePreset.of(table + "-new", false, false, true);
            values = Map.of(
                    TableDetails.class, List.of(details),
                    TableDefinition.class, List.of(wanted),
                    ItemSource.class, List.of(ItemSource.of(List.of())),
                    long.class, List.of(3L),
                    String.class, List.of(table + "-new"),
                    Path.class, List.of(backup.file(), Files.writeString(home.resolve("talk.txt"), "Person 1: one\nPerson 2: two\n")),
                    User.class, List.of(talker),
                    Map.class, List.of(Map.of()),
                    Runnable.class, List.<Object>of((Runnable) () -> {}),
                    CheckResult.class, REPAIRS.stream().<Object>map(LockedPrd::offering).toList());
        }
        asIfMadeInPrd(home.resolve("journal"));
        another = TestEngines.connect(postgres, postgres.database());
        window = new ShellFixture(home, Environment.PRD, Map.of(
                Setting.AWS_REGION, "eu-west-1",
                Setting.DYNAMODB_ENDPOINT, dynamoDb.uri().toString(),
                Setting.MESSAGES_TABLE, table,
                Setting.POSTGRES_URL, url(),
                Setting.COGNITO_ENDPOINT, cognito.uri().toString(),
                Setting.USER_POOL_ID, pool.poolId()), jobs);
    }

    private Settings settings(Path home) {
        Map<Setting, String> straight = Map.of(
                Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(),
                Setting.MESSAGES_TABLE, table,
                Setting.POSTGRES_URL, url(),
                Setting.COGNITO_ENDPOINT, pool.endpoint().toString(),
                Setting.USER_POOL_ID, pool.poolId());
        return Settings.resolve(Environment.DEV, straight, Map.of(), SettingsFile.read(new Home(home).settingsFile()));
    }

    private String url() {
        return "postgresql://" + postgres.user() + ":" + postgres.password() + "@" + postgres.host() + ":" + postgres.port() + "/"
                + postgres.database();
    }

    private static List<String> groups(Session session, User one) {
        return session.conversations().groups(one.uuid(), new dev.switchboard.conversations.TimeRange.All(), 1, null).rows().stream()
                .map(dev.switchboard.conversations.MessageGroup::uuid)
                .toList();
    }

    private static CheckResult offering(String repair) {
        return new CheckResult(
                repair, repair, CheckGroup.ENVIRONMENT, CheckState.FAILED, "", repair, repair, Duration.ZERO, Findings.NONE);
    }

    /** Makes a change that can be undone. */
    private static void asIfMadeInPrd(Path journal) throws IOException {
        List<Path> made = new ArrayList<>();
        try (Stream<Path> files = Files.list(journal)) {
            files.filter(path -> path.getFileName().toString().startsWith("dev-")).forEach(made::add);
        }
        for (Path file : made) {
            Files.copy(file, file.resolveSibling(file.getFileName().toString().replace("dev-", "prd-")));
        }
    }

    /** The data that a write could have changed; the error message if the database is missing. */
    String content() {
        try {
            return StoreSnapshot.in(postgres, table) + "\nanother session: " + another.isValid(1);
        } catch (SQLException | SdkException e) {
            return e.toString();
        }
    }

    /** The operations that the servers received. */
    List<String> arrived() {
        List<String> all = new ArrayList<>(dynamoDb.arrived());
        all.addAll(cognito.arrived());
        return all;
    }

    @Override
    public void close() throws SQLException {
        window.close();
        another.close();
        dynamoDb.close();
        cognito.close();
    }
}
