package dev.switchboard.postgres.admin;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Databases with everything planted that an attack could reach, three logins, sessions that must live, and the state of it all. */
final class AttackedServer implements AutoCloseable {
    /** A superuser, the owner of most objects, and one who owns nothing but may read everything and signal sessions. */
    static final List<String> LOGINS = List.of("attack_super", "attack_owner", "attack_reader");

    private static final String PASSWORD = "attack";

    /** A statement writes far less than this unless it means to fill or switch a file of the log. */
    private static final long MUCH_LOG = 1_000_000;

    final Path scratch;
    private final Map<String, PostgresEngine> engines = new TreeMap<>();
    private final Map<String, Connection> watching = new TreeMap<>();
    private final Map<String, PostgresFixture> fixtures = new TreeMap<>();
    private final List<Connection> victims = new ArrayList<>();
    private final Connection listening;
    private long logged;
    private int muchLogs;
    private int received;

    AttackedServer(List<String> databases) throws SQLException, IOException {
        scratch = Files.createTempDirectory("locked-sql");
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(scratch.resolve("keep"), "keep");
        for (String name : databases) {
            PostgresEngine engine = name.equals("latin") ? latin(TestEngines.freshDatabase()) : TestEngines.freshDatabase();
            engines.put(name, engine);
            watching.put(name, TestEngines.connect(engine, engine.database()));
        }
        String any = databases.getFirst();
        work("autovacuum = off", "full_page_writes = off", "checkpoint_timeout = '1d'");
        execute(any, "CREATE ROLE attack_super SUPERUSER LOGIN PASSWORD 'attack'; CREATE ROLE attack_owner LOGIN PASSWORD 'attack'; "
                + "CREATE ROLE attack_reader LOGIN PASSWORD 'attack' IN ROLE pg_read_all_data, pg_signal_backend; "
                + "SELECT pg_create_physical_replication_slot('attack_slot'), pg_replication_origin_create('attack_origin')");
        for (String name : databases) {
            execute(name, SqlBlock.filled(SqlBlock.text("common.sql"), marks(name)));
            execute(name, SqlBlock.filled(SqlBlock.text(name + ".sql"), marks(name)));
        }
        listening = TestEngines.connect(engine(any), engine(any).database());
        try (Statement statement = listening.createStatement()) {
            statement.execute("LISTEN attack");
        }
        deleteFiles();
        sleep();
    }

    /** Sets what the server does by itself, which would look like a change. */
    private void work(String... settings) throws SQLException {
        try (Statement statement = watching.values().iterator().next().createStatement()) {
            for (String setting : settings) {
                statement.execute("ALTER SYSTEM SET " + setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** What stands for the marks of a text. */
    Map<String, String> marks(String database) {
        PostgresEngine engine = engine(database);
        String server = "host=" + engine.host() + " port=" + engine.port() + " dbname=" + engine.database();
        return Map.of(
                "«SCRATCH»", scratch.toString(),
                "«DATABASE»", engine.database(),
                "«PORT»", Integer.toString(engine.port()),
                "«USER»", engine.user(),
                "«PASSWORD»", engine.password(),
                "«DSN»", server + " user=" + engine.user() + " password=" + engine.password());
    }

    /** A locked prd environment on one of the databases, for one of the logins. */
    PostgresFixture locked(String database, String login) {
        PostgresEngine engine = engine(database);
        String url = "postgresql://" + login + "@" + engine.host() + ":" + engine.port() + "/" + engine.database();
        return fixtures.computeIfAbsent(
                database + login, key -> PostgresFixture.prd(PostgresUrl.parse(url).withPassword(PASSWORD)));
    }

    /** All of the state, by name, that a script could have changed. */
    Map<String, String> state(String database) throws SQLException, IOException {
        Map<String, String> state = new LinkedHashMap<>();
        try (Statement statement = watching(database).createStatement();
                ResultSet row = statement.executeQuery(SqlBlock.text("state.sql"))) {
            row.next();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                state.put(row.getMetaData().getColumnLabel(column), String.valueOf(row.getString(column)));
            }
        }
        long log = Long.parseLong(state.remove("log"));
        muchLogs += logged != 0 && log - logged > MUCH_LOG ? 1 : 0;
        logged = log;
        state.put("times that much log was written", Integer.toString(muchLogs));
        try (Stream<Path> files = Files.list(scratch)) {
            state.put("files", files.map(Path::toString).sorted().toList().toString());
        }
        try (Statement statement = listening.createStatement()) {
            statement.execute("SELECT 1");
        }
        PGNotification[] notifications = listening.unwrap(PGConnection.class).getNotifications();
        received += notifications == null ? 0 : notifications.length;
        state.put("notifications", Integer.toString(received));
        return state;
    }

    /** Calls what every planted function calls, as nobody could in a locked environment. */
    void trip(String database) throws SQLException {
        execute(database, "SELECT public.fw()");
    }

    /** Puts right what a script that got through has changed, as far as the next script needs it. */
    void repair() throws SQLException, IOException {
        deleteFiles();
        execute(engines.keySet().iterator().next(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%attack victim%' "
                        + "AND pid <> pg_backend_pid()");
        execute(engines.keySet().iterator().next(), "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots "
                + "WHERE slot_name = 'attack_z'");
        sleep();
    }

    /** Starts a session of each login that is busy until it is ended. */
    private void sleep() throws SQLException {
        PostgresEngine engine = engines.values().iterator().next();
        for (String login : LOGINS) {
            Connection victim = DriverManager.getConnection(
                    "jdbc:postgresql://" + engine.host() + ":" + engine.port() + "/" + engine.database(), login, PASSWORD);
            victims.add(victim);
            Thread.ofVirtual().start(() -> {
                try (Statement statement = victim.createStatement()) {
                    statement.execute("SELECT pg_sleep(3600) /* attack victim */");
                } catch (SQLException expected) {
                    assert !expected.getMessage().isEmpty();
                }
            });
        }
        for (String alive = ""; !"3".equals(alive);) {
            try (Statement statement = watching(engines.keySet().iterator().next()).createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' "
                            + "AND query LIKE '%attack victim%' AND pid <> pg_backend_pid()")) {
                row.next();
                alive = row.getString(1);
            }
        }
    }

    /** Creates a database again, in an encoding in which each character of Western Europe is one byte. */
    private static PostgresEngine latin(PostgresEngine engine) throws SQLException {
        try (Connection connection = TestEngines.connect(engine, "postgres"); Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + engine.database());
            statement.execute(
                    "CREATE DATABASE " + engine.database() + " TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' STRATEGY file_copy");
        }
        return engine;
    }

    private PostgresEngine engine(String database) {
        return Objects.requireNonNull(engines.get(database));
    }

    private Connection watching(String database) {
        return Objects.requireNonNull(watching.get(database));
    }

    private void execute(String database, String script) throws SQLException {
        try (Statement statement = watching(database).createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        fixtures.values().forEach(PostgresFixture::close);
        work("autovacuum = DEFAULT", "full_page_writes = DEFAULT", "checkpoint_timeout = DEFAULT");
        listening.close();
        for (Connection victim : victims) {
            victim.abort(Runnable::run);
        }
        for (Connection connection : watching.values()) {
            connection.close();
        }
        PostgresEngine engine = engines.values().iterator().next();
        try (Connection connection = TestEngines.connect(engine, "postgres"); Statement statement = connection.createStatement()) {
            for (PostgresEngine each : engines.values()) {
                statement.execute("DROP DATABASE " + each.database() + " WITH (FORCE)");
            }
            statement.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename LIKE 'attack%'");
            statement.execute("DROP ROLE attack_super, attack_owner, attack_reader");
            statement.execute("SELECT pg_drop_replication_slot('attack_slot'), pg_replication_origin_drop('attack_origin')");
        }
        deleteFiles();
        Files.delete(scratch.resolve("keep"));
        Files.delete(scratch);
    }

    /** Deletes what a planted function has written. */
    private void deleteFiles() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.filter(file -> !file.endsWith("keep")).toList()) {
                Files.delete(file);
            }
        }
    }
}
