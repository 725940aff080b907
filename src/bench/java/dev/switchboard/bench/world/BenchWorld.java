package dev.switchboard.bench.world;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.users.SetupStep;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Local engines of a temporary home, a session on them, and what the contestants beside ours need. Tables are loaded once and shared. */
public final class BenchWorld implements AutoCloseable {
    private static final int LOADING_THREADS = 2;
    private static final long ROOM = 8_000_000_000L;
    private final Path folder;
    private final Home home;
    private final LocalEngines engines;
    private final String engine;
    private final URI endpoint;
    private final Session session;
    private final BareDynamoDb bare;
    private final OurCommand command;
    private final Rivals rivals;
    private final Set<String> loaded = new HashSet<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Scale scale;
    private boolean database;
    private long people;

    public BenchWorld(Scale scale) throws IOException {
        this.scale = scale;
        folder = Files.createTempDirectory(place(), "switchboard-bench");
        home = new Home(folder.resolve("home"));
        engines = new LocalEngines(home, LocalOptions.apart());
        engine = engines.dynamoDb().engine();
        endpoint = EnginePort.of(home.local(), engine);
        session = new Session(home, settings(Map.of()), InstantSource.system(), null, engines);
        bare = new BareDynamoDb(endpoint);
        command = new OurCommand(home.root(), endpoint, folder);
        rivals = new Rivals(folder);
        session.tables().create(definition(messagesTable()), Progress.NONE);
    }

    /** In memory where there is room, so that the disk's flushes, which all contestants wait for, do not hide what they differ in. */
    private static Path place() throws IOException {
        String chosen = System.getProperty("bench.folder", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        Path memory = Path.of("/dev/shm");
        return Files.isDirectory(memory) && Files.getFileStore(memory).getUsableSpace() > ROOM
                ? memory
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private Settings settings(Map<Setting, String> chosen) {
        Map<Setting, String> all = new EnumMap<>(Map.of(Setting.DYNAMODB_ENDPOINT, endpoint.toString(), Setting.AWS_REGION, "us-east-1"));
        all.putAll(chosen);
        return Settings.resolve(Environment.DEV, all, Map.of(), SettingsFile.read(home.settingsFile()));
    }

    private static TableDefinition definition(String table) {
        return MessagesTablePreset.of(table, false, false, true);
    }

    public Scale scale() {
        return scale;
    }

    /** Remembers what is to be closed before the world is. */
    public <T extends AutoCloseable> T closing(T one) {
        opened.push(one);
        return one;
    }

    /** A folder for files that contestants write. */
    public Path folder() {
        return folder;
    }

    public Session session() {
        return session;
    }

    /** Opens another session on the same home and engines, except for the settings that are given. Closed by the caller. */
    public Session session(Map<Setting, String> chosen) {
        return new Session(home, settings(chosen), InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
    }

    /** The DynamoDB engine itself. */
    public URI endpoint() {
        return endpoint;
    }

    /** The name and version of the DynamoDB engine. */
    public String engine() {
        return engine;
    }

    public BareDynamoDb bare() {
        return bare;
    }

    public OurCommand command() {
        return command;
    }

    public Rivals rivals() {
        return rivals;
    }

    /** The messages table of the session; it exists. */
    public String messagesTable() {
        return session.settings().messagesTable();
    }

    /** Returns a table with so many items of whole conversations; loads it when it is first asked for. */
    public String conversations(long items) throws Exception {
        String table = "conversations-" + items;
        if (loaded.add(table)) {
            emptyTable(table);
            bare.write(table, ConversationItems.first(items), LOADING_THREADS);
            bare.scan(table, 1); // the first scan of a table just written is slower than all others
        }
        return table;
    }

    /** Creates a table like the messages table, in place of an existing one. */
    public void emptyTable(String table) {
        drop(table);
        session.tables().create(definition(table), Progress.NONE);
    }

    /** Deletes a table if it exists. */
    public void drop(String table) {
        if (bare.client().listTables().tableNames().contains(table)) {
            bare.client().deleteTable(request -> request.tableName(table));
            bare.client().waiter().waitUntilTableNotExists(request -> request.tableName(table));
        }
    }

    /** Opens a connection to the database with the schema and nothing else of ours. Closed by the caller. */
    public Connection sql() throws SQLException {
        if (!database) {
            session.setupRun().run(EnumSet.of(SetupStep.CREATE, SetupStep.LOAD_SCHEMA), null, Progress.NONE);
            database = true;
        }
        return connect(engines.postgres());
    }

    /** The local PostgreSQL. */
    public PostgresEngine postgres() {
        return engines.postgres();
    }

    /** Opens a connection to a server without anything of ours. Closed by the caller. */
    public static Connection connect(PostgresEngine server) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + server.database(),
                server.user(),
                server.password());
    }

    /** Makes the users of the database the first so many people, without Cognito IDs where they are new. */
    public void people(long number) throws SQLException {
        if (people == number) {
            return;
        }
        people = number;
        try (Connection connection = sql();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE public.users CASCADE");
            statement.execute("INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id) "
                    + "SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n, 'person' || n, "
                    + "'person' || n || '@example.com', 'MOCK' FROM generate_series(0, " + (number - 1) + ") AS n");
            statement.execute("VACUUM ANALYZE public.users");
        }
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable one : opened) {
            close(one);
        }
        bare.close();
        session.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void close(AutoCloseable one) throws IOException {
        try {
            one.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
