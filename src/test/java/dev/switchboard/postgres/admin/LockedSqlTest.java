package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.SqlResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL of an operator reaches a database through a locked environment, as a superuser, whom the server forbids nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockedSqlTest {
    private final PostgresFixture dev = PostgresFixture.dev();
    private final PostgresFixture prd = PostgresFixture.prd(dev.url);
    private final SqlRunner open = new SqlRunner(dev.database);
    private final SqlRunner locked = new SqlRunner(prd.database);

    @BeforeAll
    void plant() {
        open.run("""
                CREATE TABLE t (id int PRIMARY KEY, email text);
                INSERT INTO t VALUES (0, 'a@example.org');
                CREATE SEQUENCE s;
                CREATE FUNCTION fw() RETURNS int LANGUAGE sql AS 'INSERT INTO t VALUES (7) RETURNING id';
                CREATE FUNCTION shy() RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN PERFORM pg_notify(''x'', ''y''); RETURN 1; END';
                CREATE FUNCTION "Odd ""name"() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION attribute(t) RETURNS int LANGUAGE sql AS 'SELECT fw()';
                CREATE VIEW calling AS SELECT pg_try_advisory_lock(1) AS x;
                CREATE VIEW twice AS SELECT x FROM calling;
                CREATE VIEW reading AS SELECT id, random() AS r FROM t;
                CREATE FUNCTION same(text, int) RETURNS boolean LANGUAGE sql AS 'SELECT fw() = 7';
                CREATE OPERATOR === (FUNCTION = same, LEFTARG = text, RIGHTARG = int);
                CREATE FUNCTION good(text) RETURNS boolean LANGUAGE sql AS 'SELECT fw() = 7';
                CREATE EXTENSION postgres_fdw; CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;
                CREATE FOREIGN TABLE remote (id int) SERVER far""", Progress.NONE);
    }

    @AfterAll
    void close() {
        open.run("DROP EXTENSION postgres_fdw CASCADE", Progress.NONE);
        prd.close();
        dev.close();
    }

    /** The state of the server that a statement could have changed. */
    private List<Row> state() {
        return dev.database.query(new Sql("state", """
                SELECT (SELECT array_agg(t ORDER BY id)::text FROM t) AS rows, (SELECT is_called FROM s) AS called,
                    (SELECT count(*) FROM pg_class) AS relations, (SELECT count(*) FROM pg_proc) AS functions,
                    (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory') AS locks, (SELECT count(*) FROM pg_replication_slots) AS slots,
                    (SELECT count(*) FROM pg_largeobject_metadata) AS objects"""), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT 1 -- x\r; COMMIT; INSERT INTO t VALUES (1)",
        "SELECT 1; -- a\rDELETE FROM t\r",
        "EXPLAIN ANALYZE CREATE TABLE z AS SELECT 1",
        "EXPLAIN (ANALYZE) CREATE MATERIALIZED VIEW z AS SELECT 1",
        "EXPLAIN (\"analyze\" true) CREATE TABLE z AS SELECT 1",
        "EXPLAIN (VERBOSE, ANALYSE) SELECT fw()",
        "EXPLAIN ANALYZE SELECT 1",
        "PREPARE p AS SELECT 1; EXPLAIN ANALYZE CREATE TABLE z AS EXECUTE p",
        "DO $$ BEGIN EXECUTE 'EXPLAIN ANALYZE CREATE TABLE z AS SELECT 1'; END $$",
        "COPY t TO PROGRAM 'cat > /dev/null'",
        "COPY t TO '/tmp/switchboard-copy'",
        "SELECT pg_create_physical_replication_slot('x')",
        "REINDEX TABLE t",
        "CLUSTER t USING t_pkey",
        "ANALYZE t",
        "VACUUM t",
        "LOCK TABLE t",
        "NOTIFY x",
        "LISTEN x",
        "CHECKPOINT",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
        "SELECT pg_reload_conf()",
        "SELECT pg_stat_reset()",
        "SELECT pg_switch_wal()",
        "SELECT pg_advisory_lock(1)",
        "SELECT \"pg_advisory_lock\"(1)",
        "SELECT U&\"pg\\005fadvisory_lock\"(1)",
        "SELECT PG_CATALOG.PG_TRY_ADVISORY_LOCK(1)",
        "SELECT pg_notify('a', 'b')",
        "SELECT nextval('s')",
        "SELECT setval('s', 5)",
        "SELECT set_config('transaction_read_only', 'off', false)",
        "SELECT lo_create(0)",
        "SELECT query_to_xml('SELECT fw()', true, true, '')",
        "SELECT schema_to_xml('public', true, true, '')",
        "SELECT ts_stat('SELECT to_tsvector(fw()::text)')",
        "SELECT pg_read_file('PG_VERSION')",
        "SELECT fw()",
        "SELECT shy()",
        "SELECT \"Odd \"\"name\"()",
        "SELECT t.attribute FROM t",
        "SELECT * FROM calling",
        "TABLE twice",
        "SELECT 'a' === 1",
        "SELECT * FROM remote",
        "SELECT * INTO z FROM t",
        "SELECT * FROM t FOR UPDATE",
        "WITH x AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM x",
        "SELECT 1) AS x; DELETE FROM t; SELECT * FROM (SELECT 1",
        "(SELECT 1; DELETE FROM t)",
        "SET ROLE postgres",
        "RESET ROLE",
        "SHOW all; DELETE FROM t",
        "EXECUTE p",
        "CALL p()",
        "DECLARE c CURSOR FOR SELECT fw()",
        "INSERT INTO t VALUES (1)",
        "TRUNCATE t",
        "CREATE TEMP TABLE z (id int)",
        "\u2003DELETE FROM t",
        "SELECT 1 /* ; */ */; DELETE FROM t",
    })
    void nothingThatCanWriteIsRun(String script) {
        List<Row> before = state();
        assertThatThrownBy(() -> locked.run(script, Progress.NONE)).isInstanceOf(Failure.class);
        assertThat(state()).hasToString(before.toString());
        assertThat(prd.journal.list(10).entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * FROM t ORDER BY id DESC LIMIT 1",
        "(SELECT 1) UNION ALL (SELECT 2) ORDER BY 1",
        "VALUES (1, 'a;b'), (2, $$;$$)",
        "TABLE t",
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT * FROM n",
        "SHOW server_version",
        "SHOW TIME ZONE",
        "EXPLAIN SELECT * FROM t",
        "EXPLAIN VERBOSE (SELECT * FROM t)",
        "EXPLAIN (VERBOSE, COSTS off, FORMAT json) WITH x AS (SELECT 1) TABLE x",
        "SELECT now(), clock_timestamp(), random(), gen_random_uuid(), pg_size_pretty(pg_total_relation_size('t'))",
        "SELECT count(*) FROM pg_stat_activity",
        "SELECT * FROM pg_locks",
        "SELECT * FROM information_schema.columns",
        "SELECT * FROM reading",
        "SELECT id AS x, id AS x FROM t -- a comment at the end",
        "SELECT '{\"a\": 1}'::jsonb ? 'a', '{fn now()}'",
        "SELECT last_value FROM s",
        "SELECT",
    })
    void whatOnlyReadsRuns(String script) {
        assertThat(locked.run(script, Progress.NONE)).hasSize(1);
    }

    @Test
    void theRowsKeepTheirOrderAndTheirSchemas() {
        open.run("CREATE SCHEMA own_schema; CREATE TABLE own_schema.t (id int); INSERT INTO own_schema.t VALUES (3), (1), (2)",
                Progress.NONE);
        open.run("DO $$ BEGIN EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', current_user); END $$", Progress.NONE);
        SqlResult result = locked.run("SELECT id FROM own_schema.t ORDER BY id", Progress.NONE).getFirst();
        assertThat(result.rows()).extracting(row -> row.number("id")).containsExactly(1L, 2L, 3L);
        assertThat(locked.run("SHOW search_path", Progress.NONE).getFirst().rows().getFirst().display())
                .containsExactly('"' + dev.url.user() + "\", \"public\"");
        open.run("DROP SCHEMA own_schema CASCADE; DO $$ BEGIN EXECUTE format('DROP SCHEMA %I', current_user); END $$", Progress.NONE);
    }

    @Test
    void aRoleWithoutRightsReads() {
        assertThat(locked.run("SELECT current_user AS role", Progress.NONE).getFirst().rows().getFirst().string("role"))
                .isEqualTo("pg_read_all_data");
    }

    @Test
    void aTableWithRowSecurityShowsItsRows() {
        open.run("ALTER TABLE t ENABLE ROW LEVEL SECURITY", Progress.NONE);
        assertThat(locked.run("TABLE t", Progress.NONE).getFirst().rows()).hasSize(1);
        open.run("ALTER TABLE t DISABLE ROW LEVEL SECURITY", Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CREATE DOMAIN checked AS text CHECK (good(VALUE)) | DROP DOMAIN checked",
        "CREATE CAST (t AS int) WITH FUNCTION attribute(t) | DROP CAST (t AS int)",
        "CREATE FUNCTION pg_catalog.timezone(t) RETURNS int LANGUAGE sql AS 'SELECT 1' | DROP FUNCTION pg_catalog.timezone(t)",
        "CREATE FUNCTION \"\u00c4\"() RETURNS int LANGUAGE sql AS 'SELECT 1' | DROP FUNCTION \"\u00c4\"()",
    })
    void whatWritesWithoutBeingMentionedStopsAllSql(String create, String drop) {
        open.run(create, Progress.NONE);
        assertThatThrownBy(() -> locked.run("SELECT 1", Progress.NONE)).isInstanceOf(OperationRefusedException.class);
        open.run(drop, Progress.NONE);
        assertThat(locked.run("SELECT 1", Progress.NONE)).hasSize(1);
    }

    @Test
    void builtInFunctionsComeFirstInTheSearchPath() {
        open.run("""
                CREATE SCHEMA shadow; CREATE FUNCTION shadow.current_schemas(boolean) RETURNS name[] LANGUAGE sql AS 'SELECT ARRAY[fw()::text]::name[]';
                CREATE TYPE shade AS ENUM ('dark'); CREATE TABLE shades (s shade[]); INSERT INTO shades VALUES ('{dark}');
                DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = shadow, pg_catalog, public', current_database()); END $$""",
                Progress.NONE);
        List<Row> before = state();
        assertThat(locked.run("TABLE shades", Progress.NONE)).hasSize(1);
        assertThat(state()).hasToString(before.toString());
        open.run("""
                DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET search_path', current_database()); END $$;
                DROP SCHEMA shadow CASCADE; DROP TABLE shades; DROP TYPE shade""", Progress.NONE);
    }

    @Test
    void aRefusalNamesTheStatementAndTheReason() {
        assertThatThrownBy(() -> locked.run("SELECT 1;\nSELECT fw()", Progress.NONE))
                .isInstanceOf(OperationRefusedException.class)
                .hasMessageContaining("prd is locked, so “db run” did not run. Statement 2 (line 2): ")
                .hasMessageContaining("“fw”");
    }

    @Test
    void anErrorOfTheServerIsNotCalledARefusal() {
        assertThatThrownBy(() -> locked.run("SELECT absent FROM t", Progress.NONE))
                .isNotInstanceOf(OperationRefusedException.class)
                .hasMessageContaining("absent");
    }
}
