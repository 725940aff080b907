package dev.switchboard.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.Backend;
import dev.switchboard.activity.Call;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.journal.Intent;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.testing.TestSql;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    private final PostgresFixture dev = PostgresFixture.dev();
    private static final Intent TEST = Intent.event("test", "Testing.", "a test");
    private final Database database = dev.database;

    @AfterEach
    void close() {
        dev.close();
    }

    private static Sql sql(String text) {
        return new Sql("test", text);
    }

    private void createTable() {
        TestSql.update(database, sql("CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL)"), Map.of());
    }

    @Test
    void everyTypeArrivesAsAPlainValue() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("text", "Emre Aydın ’");
        parameters.put("number", 7);
        parameters.put("at", Instant.parse("2026-11-22T12:09:00.123456Z"));
        parameters.put("none", null);
        parameters.put("many", Arrays.asList("a", null, "c,\"d"));
        Row row = database.query(
                sql("SELECT :text AS text, :number::bigint AS number, :at::timestamptz AS at, :none::text AS none, "
                        + "(:many::text[])[3] AS third, 1.50::numeric AS price, true AS flag, gen_random_uuid() AS id"),
                parameters)
                .getFirst();
        assertThat(row.string("text")).isEqualTo("Emre Aydın ’");
        assertThat(row.number("number")).isEqualTo(7);
        assertThat(row.instant("at")).isEqualTo("2026-11-22T12:09:00.123456Z");
        assertThat(row.string("none")).isNull();
        assertThat(row.string("third")).isEqualTo("c,\"d");
        assertThat(row.string("price")).isEqualTo(new BigDecimal("1.50").toPlainString());
        assertThat(row.flag("flag")).isTrue();
        assertThat(row.string("id")).hasSize(36);
        assertThat(row.columns()).startsWith("text", "number");
        assertThatThrownBy(() -> row.string("absent")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTransactionHoldsAsAWholeOrNotAtAll() {
        createTable();
        assertThatThrownBy(() -> database.<Long>changing(TEST, List.of(), transaction -> {
            transaction.update(sql("INSERT INTO t VALUES (1, 'a')"), Map.of());
            throw new IllegalStateException("stop");
        }, changed -> ""))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.query(sql("SELECT * FROM t"), Map.of())).isEmpty();
        long changed = database.changing(
                TEST, List.of(), transaction -> transaction.update(sql("INSERT INTO t VALUES (1, 'a'), (2, 'b')"), Map.of()), rows -> "");
        assertThat(changed).isEqualTo(2);
        assertThat(database.query(sql("SELECT * FROM t"), Map.of())).hasSize(2);
    }

    @Test
    void everyStatementIsRecordedWithItsPsqlCommandAndWithoutThePassword() {
        database.query(sql("SELECT :who AS who"), Map.of("who", "O'Hara"));
        Call call = dev.activity.calls().getFirst();
        assertThat(call.backend()).isEqualTo(Backend.POSTGRESQL);
        assertThat(call.operation()).isEqualTo("test");
        assertThat(call.target()).endsWith("/" + dev.url.database());
        assertThat(call.command()).startsWith("psql 'postgresql://").endsWith("-c 'SELECT '\\''O'\\'''\\''Hara'\\'' AS who'");
        String password = dev.url.properties().getProperty("password");
        assertThat(dev.activity.calls().toString()).doesNotContain(password);
        assertThat(dev.url.toString()).doesNotContain(password);
        assertThatThrownBy(() -> database.query(sql("SELECT nothing"), Map.of())).isInstanceOf(OperationFailedException.class);
        assertThat(dev.activity.calls().getFirst().error()).contains("42703");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptEndsTheStatementOnTheServerPromptly(boolean virtual) throws InterruptedException {
        database.query(sql("SELECT 1"), Map.of());
        CountDownLatch running = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Runnable work = () -> {
            try {
                database.inTransaction(transaction -> {
                    running.countDown();
                    return transaction.query(sql("SELECT pg_sleep(60) AS slept"), Map.of());
                });
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        };
        Thread caller = virtual ? Thread.ofVirtual().start(work) : Thread.ofPlatform().start(work);
        running.await();
        long started = System.nanoTime();
        caller.interrupt();
        caller.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(thrown.get()).isInstanceOf(OperationCancelledException.class);
        String left = "SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%' "
                + "AND datname = current_database() AND pid <> pg_backend_pid()";
        assertThat(database.query(sql(left), Map.of()).getFirst().number("n")).isZero();
    }

    @Test
    void anInterruptWhileConnectingToASilentHostReturnsPromptly() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PostgresFixture nowhere = PostgresFixture.on("postgresql://u@127.0.0.1:" + silent.getLocalPort() + "/d", "x")) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread caller = Thread.ofPlatform().start(() -> {
                try {
                    nowhere.database.query(sql("SELECT 1"), Map.of());
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
            });
            silent.accept();
            long started = System.nanoTime();
            caller.interrupt();
            caller.join();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
            assertThat(thrown.get()).isInstanceOf(OperationCancelledException.class);
        }
    }

    @Test
    void whileLockedTheServerItselfRefusesWrites() {
        createTable();
        try (PostgresFixture prd = PostgresFixture.prd(dev.url)) {
            Sql insert = sql("INSERT INTO t VALUES (1, 'a') RETURNING id");
            assertThatThrownBy(() -> TestSql.update(prd.database, insert, Map.of())).isInstanceOf(OperationRefusedException.class);
            // A write that is run as a query reaches the server.
            assertThatThrownBy(() -> prd.database.query(insert, Map.of())).isInstanceOf(OperationRefusedException.class)
                    .hasMessageContaining("prd");
            assertThat(prd.activity.calls().getFirst().error()).contains("25006");
            assertThat(prd.database.query(sql("SELECT * FROM t"), Map.of())).isEmpty();
            prd.lock.unlock("prd");
            assertThatThrownBy(() -> prd.database.query(insert, Map.of()))
                    .as("it is not in the journal")
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("read-only transaction");
            List<Row> inserted = prd.database.changing(TEST, List.of(), transaction -> transaction.query(insert, Map.of()), rows -> "");
            assertThat(inserted).hasSize(1);
            prd.lock.lock();
            assertThatThrownBy(() -> prd.database.query(insert, Map.of())).isInstanceOf(OperationRefusedException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SELECT * FROM absent | Table not found",
        "SELECT absent FROM t | Column not found",
        "SELEC 1 | has a syntax error",
        "INSERT INTO t VALUES (1, 'a'), (1, 'b') | already exists",
        "INSERT INTO t (id) VALUES (1) | value is missing",
        "INSERT INTO u VALUES (9) | A referenced row is missing",
        "SELECT 1/0 | Division by zero",
        "SELECT 'x'::int | does not match its type",
        "SET ROLE nobody; SELECT 1 | A parameter value is not valid",
        "SELECT absent(1) | Function or operator not found",
        "CREATE TABLE t (id int) | already exists",
        "DROP TABLE absent | Table not found",
    })
    void eachErrorOfTheServerIsASentence(String statement, String sentence) {
        createTable();
        TestSql.update(database, sql("CREATE TABLE u (id int REFERENCES t (id))"), Map.of());
        assertThatThrownBy(() -> TestSql.update(database, sql(statement), Map.of()))
                .isInstanceOfSatisfying(OperationFailedException.class, failed -> {
                    assertThat(failed.sentence()).contains(sentence);
                    assertThat(failed.remedy()).isNotBlank();
                });
    }

    @Test
    void aMissingPrivilegeIsASentence() {
        createTable();
        String role = "reader_" + dev.url.database();
        TestSql.update(database, sql("CREATE ROLE " + role), Map.of());
        assertThatThrownBy(() -> database.inTransaction(transaction -> {
            transaction.update(sql("SET LOCAL ROLE " + role), Map.of());
            return transaction.query(sql("SELECT * FROM t"), Map.of());
        }))
                .hasMessageContaining("is not allowed to do this");
        TestSql.update(database, sql("DROP ROLE " + role), Map.of());
    }

    @Test
    void aConnectionThatTheServerEndedSavesNothingAndTheNextCallConnectsAnew() {
        createTable();
        assertThatThrownBy(() -> database.<Long>changing(TEST, List.of(), transaction -> {
            transaction.update(sql("INSERT INTO t VALUES (1, 'a')"), Map.of());
            long pid = transaction.query(sql("SELECT pg_backend_pid() AS pid"), Map.of()).getFirst().number("pid");
            database.query(sql("SELECT pg_terminate_backend(:pid::int)"), Map.of("pid", pid));
            return transaction.update(sql("DELETE FROM t"), Map.of());
        }, changed -> ""))
                .isInstanceOf(OperationFailedException.class);
        assertThat(database.query(sql("SELECT * FROM t"), Map.of())).isEmpty();
    }

    @Test
    void moreCallersThanConnectionsAllGetTheirAnswers() throws InterruptedException {
        List<Thread> callers = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> Thread.ofVirtual().start(() -> database.query(sql("SELECT pg_sleep(0.01)"), Map.of())))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(dev.activity.calls()).filteredOn(Call::succeeded).hasSize(40);
    }
}
