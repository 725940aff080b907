package dev.switchboard.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.admin.DatabaseAdministrator;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.dump.program.TestClientPrograms;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.SteadyInserts;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups that pg_dump writes: complete, without a secret in an argument, and never half. Skipped where no pg_dump fits a server. */
@Timeout(120)
class ArchiveBackupTest {
    @TempDir
    private Path folder;

    private PostgresEngine engine;
    private PostgresFixture dev;
    private DatabaseBackups backups;
    private DatabaseAdministrator administrator;

    @BeforeEach
    void open() throws SQLException {
        engine = ServerWithPrograms.freshDatabase();
        dev = PostgresFixture.on(engine.url(), engine.password());
        backups = new DatabaseBackups(dev.database, folder, InstantSource.system(), ServerWithPrograms.PROGRAMS);
        administrator = new DatabaseAdministrator(dev.database, backups, null);
    }

    @AfterEach
    void close() {
        if (dev != null) {
            administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
            dev.close();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = TestEngines.connect(engine, engine.database()); Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private String onServer(String query) throws SQLException {
        try (Connection connection = TestEngines.connect(engine, "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private Path drop() {
        return Objects.requireNonNull(administrator.drop(new DatabaseDropRequest(engine.database(), true), Progress.NONE).backup());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> pgDumps() {
        return ProcessHandle.current().descendants()
                .map(child -> child.info().commandLine().orElse(""))
                .filter(line -> line.contains("pg_dump"))
                .toList();
    }

    @Test
    void everyKindOfObjectComesBack() {
        RichDatabase.fillWithPgDump(dev.database);
        List<String> before = RichDatabase.seen(dev.database);
        assertThat(administrator.dropPlan()).isNotNull().satisfies(plan -> assertThat(plan.summary()).contains("pg_dump ", "same server"));
        Path file = drop();
        assertThat(file.toString()).endsWith(".dump");
        assertThat(DatabaseBackupFiles.verified(file, Progress.NONE).rows()).isEqualTo(6);
        assertThat(administrator.restore(file, Progress.NONE).notSet()).isEmpty();
        assertThat(RichDatabase.seen(dev.database)).isEqualTo(before);
    }

    @Test
    void whatAnotherProgramInsertsMeanwhileIsInTheBackup() throws Exception {
        execute("CREATE TABLE public.w (n serial)");
        SteadyInserts inserts = SteadyInserts.into(engine, "INSERT INTO public.w DEFAULT VALUES");
        Path file = drop();
        int acknowledged = inserts.acknowledgedUntilDropped();
        administrator.restore(file, Progress.NONE);
        assertThat(dev.database.query(new Sql("test", "SELECT count(*) AS n FROM public.w"), Map.of()).getFirst().number("n"))
                .as("no row more, no row less")
                .isBetween((long) acknowledged, acknowledged + 1L);
    }

    @Test
    void thePasswordIsNoArgument() throws SQLException {
        // More than a pipe holds, so that pg_dump still runs when it is looked for.
        execute("CREATE TABLE public.t AS SELECT gen_random_uuid() FROM generate_series(1, 20000)");
        List<String> seen = new ArrayList<>();
        BackupGuard looking = new BackupGuard() {
            @Override
            public boolean guards() {
                return true;
            }

            @Override
            public void close(int own) {}

            @Override
            public void open() {}

            @Override
            public void closeAgain(int own, int program) {
                seen.addAll(pgDumps());
            }
        };
        BackupMethod method = backups.method();
        backups.backup(method, backups.newFile(method), looking, false, Progress.NONE);
        String shown = seen + " " + dev.activity.calls();
        assertThat(seen).isNotEmpty();
        assertThat(shown).contains("--format=custom").doesNotContain(engine.password());
    }

    @Test
    void aCancellationEndsPgDumpAndLeavesNoFile() throws Exception {
        execute("CREATE TABLE public.t (n int)");
        try (Connection other = TestEngines.connect(engine, engine.database()); Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE");
            Progress progress = RecordedProgress.cancelledWhen(() -> !pgDumps().isEmpty());
            assertThatThrownBy(() -> backups.backup(null, progress)).isInstanceOf(OperationCancelledException.class);
        }
        ProcessHandle.current().descendants().filter(child -> child.info().commandLine().orElse("").contains("pg_dump"))
                .forEach(child -> child.onExit().join());
        assertThat(names()).isEmpty();
    }

    @Test
    void whatPgDumpReportsIsSaidInWordsAndNothingIsDropped() throws Exception {
        String role = "reader_" + engine.database();
        execute("CREATE TABLE public.hidden (n int)", "CREATE ROLE " + role + " LOGIN PASSWORD 'x y'");
        try (PostgresFixture reader = PostgresFixture.on(engine.url().replace("postgres@", role + "@"), "x y")) {
            DatabaseBackups others = new DatabaseBackups(reader.database, folder, InstantSource.system(), ServerWithPrograms.PROGRAMS);
            assertThatThrownBy(() -> others.backup(null, Progress.NONE)).isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("pg_dump failed: ")
                    .hasMessageContaining("permission denied for table hidden")
                    .hasMessageNotContaining("pg_dump: error");
            assertThat(names()).isEmpty();
        } finally {
            execute("DROP ROLE " + role);
        }
    }

    @Test
    void aBackupThatDoesNotRestoreKeepsTheDatabase() throws Exception {
        execute("CREATE TABLE public.later (n int)",
                "CREATE FUNCTION public.has_rows() RETURNS boolean LANGUAGE sql AS 'SELECT EXISTS (SELECT FROM public.later)'",
                "INSERT INTO public.later VALUES (1)",
                "CREATE TABLE public.checked (n int CHECK (public.has_rows()))",
                "INSERT INTO public.checked VALUES (1)");
        Throwable thrown = catchThrowable(this::drop);
        assertThat(thrown).isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("could not be restored in a check")
                .hasMessageContaining("checked")
                .hasMessageContaining("Nothing was dropped");
        execute("INSERT INTO public.checked VALUES (2)");
        assertThat(onServer("SELECT datname FROM pg_database WHERE datname LIKE 'switchboard_check%'")).isEmpty();
    }

    @Test
    void aDamagedArchiveIsRefusedBeforeAnythingIsCreated() throws Exception {
        execute("CREATE TABLE public.t AS SELECT n, md5(n::text) FROM generate_series(1, 100) AS n");
        Path file = drop();
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] bad = i % 2 == 0 ? good.clone() : Arrays.copyOf(good, random.nextInt(good.length));
            if (i % 2 == 0) {
                bad[random.nextInt(good.length / 2)] ^= (byte) (1 << random.nextInt(8));
            }
            Path damaged = Files.write(folder.resolve("damaged.dump"), bad);
            assertThatThrownBy(() -> administrator.restore(damaged, Progress.NONE)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(onServer("SELECT datname FROM pg_database WHERE datname = '" + engine.database() + "'")).isEmpty();
        assertThat(backups.list()).extracting(DatabaseBackup::file).containsExactly(file);
        administrator.restore(file, Progress.NONE);
    }

    @Test
    void withoutProgramsAnArchiveIsListedAndSaysWhatItNeeds() throws Exception {
        execute("CREATE TABLE public.t (n int)");
        Path file = drop();
        DatabaseBackups without = new DatabaseBackups(dev.database, folder, InstantSource.system(), TestClientPrograms.none());
        assertThat(without.list()).hasSize(1);
        DatabaseAdministrator other = new DatabaseAdministrator(dev.database, without, null);
        assertThatThrownBy(() -> other.restore(file, Progress.NONE)).hasMessageContaining("no pg_restore of version");
        administrator.restore(file, Progress.NONE);
    }

    @Test
    void whatBelongsToTheDatabaseItselfComesBack() throws Exception {
        administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
        try (Connection connection = TestEngines.connect(engine, "postgres"); Statement statement = connection.createStatement()) {
            String name = engine.database();
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"
                    + (ServerWithPrograms.isEmbedded() ? " LOCALE_PROVIDER libc" : ""));
            statement.execute("ALTER DATABASE " + name + " SET search_path = 'app', \"$user\"");
            statement.execute("ALTER DATABASE " + name + " SET work_mem = '5MB'");
            statement.execute("COMMENT ON DATABASE " + name + " IS 'it''s mine'");
            statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        }
        dev.database.reconnect(dev.database.url());
        execute("CREATE SCHEMA app", "DROP SCHEMA public", "CREATE TABLE app.t AS SELECT 'é' AS word");
        String query =
                "SELECT concat_ws('|', pg_encoding_to_char(encoding), (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(datacl) AS a), shobj_description(oid, 'pg_database'), "
                        + "(SELECT string_agg(setconfig::text, ',') FROM pg_db_role_setting WHERE setdatabase = d.oid)) "
                        + "FROM pg_database AS d WHERE datname = '" + engine.database() + "'";
        String before = onServer(query);
        assertThat(administrator.restore(drop(), Progress.NONE).notSet()).isEmpty();
        assertThat(onServer(query)).isEqualTo(before).contains("LATIN1", "it's mine", "5MB");
        dev.database.reconnect(dev.database.url());
        assertThat(dev.database.query(new Sql("test", "SELECT word, to_regnamespace('public') IS NULL AS gone FROM t"), Map.of()))
                .singleElement()
                .satisfies(row -> assertThat(row.text("word")).isEqualTo("é"))
                .satisfies(row -> assertThat(row.flag("gone")).isTrue());
    }

    @Test
    void rolesThatAreNotHereAreToldAndTheRestIsRestored() throws Exception {
        String role = "gone_" + engine.database();
        execute("CREATE ROLE " + role, "CREATE TABLE public.t AS SELECT 1 AS n", "CREATE TABLE public.theirs (n int)",
                "ALTER TABLE public.theirs OWNER TO " + role, "GRANT SELECT ON public.t TO " + role);
        Path file = drop();
        try (Connection connection = TestEngines.connect(engine, "postgres"); Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE " + role);
        }
        assertThat(administrator.restore(file, Progress.NONE).notSet()).hasSize(2).allSatisfy(one -> assertThat(one).contains(role));
        assertThat(dev.database.query(new Sql("test", "SELECT n FROM public.t"), Map.of())).hasSize(1);
    }
}
