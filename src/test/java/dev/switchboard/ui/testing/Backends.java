package dev.switchboard.ui.testing;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.job.Progress;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.common.SettingSources;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Real engines for a screen, with a separate table name and database, and contexts for dev and prd. Closes all of them; keep it in a field
 * with {@code @AutoClose}.
 */
public final class Backends implements AutoCloseable {
    /** The time of the clocks of these contexts. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:10:00Z");

    private final Path home;
    private final Map<Setting, String> settings;
    private final List<TestContext> opened = new ArrayList<>();
    private final TestContext dev;

    private Backends(Path home, Map<Setting, String> settings) {
        this.home = home;
        this.settings = settings;
        this.dev = context(Environment.DEV, settings);
    }

    /** Running engines without a table, and a database without a schema. */
    public static Backends empty(Path home) {
        PostgresEngine postgres = TestEngines.freshDatabase();
        String url = "postgresql://" + postgres.user() + ":" + postgres.password() + "@" + postgres.host() + ":" + postgres.port() + "/"
                + postgres.database();
        return new Backends(home, Map.of(
                Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(),
                Setting.MESSAGES_TABLE, "messages-" + UUID.randomUUID(),
                Setting.POSTGRES_URL, url));
    }

    /** Engines with the sample users and an empty messages table. */
    public static Backends ready(Path home) {
        return empty(home).withUsers().withTable(false);
    }

    /** Creates the schema and the sample users. */
    public Backends withUsers() {
        session().databaseSetup().loadSchema(Progress.NONE);
        session().databaseSetup().seed(Progress.NONE);
        return this;
    }

    /** Creates the messages table. */
    public Backends withTable(boolean stream) {
        session().tables().create(MessagesTablePreset.of(session().settings().messagesTable(), false, stream, true), Progress.NONE);
        return this;
    }

    /** The context for dev. */
    public TestContext dev() {
        return dev;
    }

    /** The session for dev. */
    public Session session() {
        return dev.context().session();
    }

    /** A sample user. */
    public User user(String handle) {
        return session().users().byHandle(handle).orElseThrow();
    }

    /** Another session of dev on the same home, as another process has. */
    public TestContext another() {
        return context(Environment.DEV, settings);
    }

    /** The same engines as prd, which is locked. */
    public TestContext prd() {
        return context(Environment.PRD, settings);
    }

    /** The same with one unreachable backend. */
    public TestContext without(Setting setting, String address) {
        Map<Setting, String> dead = new HashMap<>(settings);
        dead.put(setting, address);
        return context(Environment.DEV, dead);
    }

    private TestContext context(Environment environment, Map<Setting, String> with) {
        Home folder = new Home(home);
        SettingsFile file = SettingsFile.read(folder.settingsFile());
        Session session = new Session(folder, Settings.resolve(environment, with, Map.of(), file), () -> NOW);
        TestContext made = TestContext.of(session, new SettingSources(with, Map.of(), file));
        opened.add(made);
        return made;
    }

    /** Closes all sessions, so that nothing is written to the home folder afterward. */
    @Override
    public void close() {
        for (TestContext context : opened) {
            context.context().state().close();
            context.context().session().close();
        }
    }
}
