package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.dump.DatabaseBackups;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.SteadyInserts;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestSql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The backup before a drop is the last word, and two that set up one database at once do not disturb each other. */
@Timeout(120)
class DatabaseDropTest {
    @TempDir
    private Path folder;

    private final PostgresEngine engine = TestEngines.freshDatabase();
    private final PostgresFixture dev = PostgresFixture.on(engine.url(), engine.password());
    private final PostgresFixture second = PostgresFixture.on(engine.url(), engine.password());
    private DatabaseBackups backups;
    private DatabaseAdministrator administrator;

    @BeforeEach
    void open() {
        backups = dev.backups(folder.resolve("backups"));
        administrator = new DatabaseAdministrator(dev.database, backups, null);
    }

    @AfterEach
    void close() {
        administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
        second.close();
        dev.close();
    }

    private DatabaseDropRequest order() {
        return new DatabaseDropRequest(engine.database(), true);
    }

    private void execute(String sql) {
        TestSql.update(dev.database, new Sql("test", sql), Map.of());
    }

    private long rows() {
        return dev.database.query(new Sql("test", "SELECT count(*) AS n FROM public.w"), Map.of()).getFirst().number("n");
    }

    /** Another program, with the rights of a superuser. */
    private Connection other() throws SQLException {
        return TestEngines.connect(engine, engine.database());
    }

    private void onServer(String sql) throws SQLException {
        try (Connection connection = TestEngines.connect(engine, "postgres"); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyAcknowledgedInsertOfAnotherProgramIsInTheBackup() throws Exception {
        execute("CREATE TABLE public.w (n int)");
        SteadyInserts inserts = SteadyInserts.into(engine, "INSERT INTO public.w VALUES (1)");
        DatabaseChangeResult dropped = administrator.drop(order(), Progress.NONE);
        int acknowledged = inserts.acknowledgedUntilDropped();
        assertThat(dropped.did()).contains("the backup contains every committed row");
        Entry entry = dev.journal.list(1).entries().getFirst();
        assertThat(entry.outcome().sentence()).contains("the backup contains every committed row");
        assertThat(entry.noUndoReason()).contains(String.valueOf(dropped.backup()));
        administrator.restore(Objects.requireNonNull(dropped.backup()), Progress.NONE);
        assertThat(rows()).as("no row more, no row less").isGreaterThanOrEqualTo(acknowledged)
                .isLessThanOrEqualTo(acknowledged + 1L);
    }

    @Test
    void afterAFailureTheDatabaseAcceptsConnectionsAgain() throws Exception {
        execute("CREATE TABLE public.w (n int)");
        Files.writeString(folder.resolve("blocked"), "a file in the way");
        DatabaseAdministrator blocked = dev.administrator(folder.resolve("blocked"));
        assertThatThrownBy(() -> blocked.drop(order(), Progress.NONE)).isInstanceOf(OperationFailedException.class);
        other().close();
        assertThat(rows()).isZero();
    }

    @Test
    void afterACancellationTheDatabaseAcceptsConnectionsAgain() throws Exception {
        execute("CREATE TABLE public.w AS SELECT n FROM generate_series(1, 1000) AS n");
        RecordedProgress progress = new RecordedProgress(done -> done > 0);
        assertThatThrownBy(() -> administrator.drop(order(), progress)).isInstanceOf(OperationCancelledException.class);
        other().close();
        assertThat(rows()).isEqualTo(1_000);
    }

    @Test
    void theOwnerOfASchemaPublicThatWasCreatedAgainIsRestored() throws Exception {
        execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE public.w AS SELECT 1 AS n");
        Path backup = Objects.requireNonNull(administrator.drop(order(), Progress.NONE).backup());
        administrator.restore(backup, Progress.NONE);
        assertThat(
                dev.database.query(new Sql("owner", "SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = 'public'"),
                        Map.of()).getFirst().text("owner"))
                .isEqualTo(engine.user());
    }

    @Test
    void aDatabaseThatAKilledDropLeftClosedIsExplainedAndCanBeKeptOrDropped() throws Exception {
        execute("CREATE TABLE public.w AS SELECT n FROM generate_series(1, 10) AS n");
        dev.database.reconnect(dev.database.url());
        onServer("ALTER DATABASE " + engine.database() + " ALLOW_CONNECTIONS false");
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(this::rows)
                .withMessageContaining("accepts no connections")
                .withMessageContaining("run db create");
        assertThat(administrator.create(Progress.NONE).did()).contains("accepts connections again");
        assertThat(rows()).isEqualTo(10);
        dev.database.reconnect(dev.database.url());
        onServer("ALTER DATABASE " + engine.database() + " ALLOW_CONNECTIONS false");
        Path backup = Objects.requireNonNull(administrator.drop(order(), Progress.NONE).backup());
        administrator.restore(backup, Progress.NONE);
        assertThat(rows()).isEqualTo(10);
    }

    private static List<Object> atOnce(List<Callable<?>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<Object> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> work : works) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return work.call();
                    } catch (Failure e) {
                        return e;
                    }
                }));
            }
            for (Future<Object> each : running) {
                results.add(each.get());
            }
        }
        return results;
    }

    @Test
    void ofTwoRestoresAtOnceOneIsDoneAndTheOtherSaysWhy() throws Exception {
        execute("CREATE TABLE public.w AS SELECT n FROM generate_series(1, 1000) AS n");
        Path backup = Objects.requireNonNull(administrator.drop(order(), Progress.NONE).backup());
        DatabaseAdministrator other = second.administrator(folder);
        for (int time = 0; time < (Boolean.getBoolean("thorough") ? 20 : 2); time++) {
            List<Object> results =
                    atOnce(List.of(() -> administrator.restore(backup, Progress.NONE), () -> other.restore(backup, Progress.NONE)));
            assertThat(results).filteredOn(result -> !(result instanceof Failure)).as("%s", results).hasSize(1);
            assertThat(results).filteredOn(result -> result instanceof Failure).singleElement()
                    .satisfies(failure -> assertThat(((Failure) failure).sentence()).containsAnyOf("is running", "not empty"));
            assertThat(rows()).isEqualTo(1_000);
            administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
            second.database.reconnect(second.database.url());
        }
    }

    @Test
    void twoSetupsAtOnceEndInWords() throws Exception {
        DatabaseAdministrator other = second.administrator(folder);
        for (int time = 0; time < (Boolean.getBoolean("thorough") ? 20 : 2); time++) {
            administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
            second.database.reconnect(second.database.url());
            List<Object> created = atOnce(List.of(() -> administrator.create(Progress.NONE), () -> other.create(Progress.NONE)));
            assertThat(created).as("%s", created).hasOnlyElementsOfType(DatabaseChangeResult.class);
            List<Object> loaded =
                    atOnce(List.of(() -> dev.setup().loadSchema(Progress.NONE), () -> second.setup().loadSchema(Progress.NONE)));
            assertThat(loaded).filteredOn(result -> result instanceof Failure)
                    .allSatisfy(failure -> assertThat(((Failure) failure).sentence()).contains("is running"));
            List<Object> seeded = atOnce(List.of(() -> dev.setup().seed(Progress.NONE), () -> second.setup().seed(Progress.NONE)));
            assertThat(seeded).filteredOn(result -> result instanceof Failure)
                    .allSatisfy(failure -> assertThat(((Failure) failure).sentence()).contains("is running"));
            assertThat(dev.setup().schemaPresent()).isTrue();
        }
    }
}
