package dev.switchboard.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.admin.SqlRunner;
import dev.switchboard.testing.TestSql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL of an operator, or a trigger or function of the database, leaves in its session acts on no other statement. */
class SessionStateTest {
    private static final PostgresFixture DEV = PostgresFixture.dev();
    private static final String STATE = """
            SELECT current_user AS role, session_user AS login, current_setting('search_path') AS path,
                   current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS timeout,
                   current_setting('default_transaction_read_only') AS read_only, coalesce(current_setting('own.x', true), '') AS own,
                   coalesce(to_regclass('pg_temp.users')::text, '-') AS temporary,
                   (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) AS locks,
                   (SELECT count(*) FROM pg_prepared_statements WHERE name = 'left_over') AS prepared,
                   (SELECT count(*) FROM pg_listening_channels()) AS channels, (SELECT count(*) FROM pg_cursors WHERE is_holdable) AS cursors
            """;
    private final SqlRunner runner = new SqlRunner(DEV.database);

    @BeforeEach
    void open() {
        runner.run("CREATE SCHEMA IF NOT EXISTS own; CREATE TABLE public.users (uuid uuid, handle text);"
                + "INSERT INTO users VALUES (gen_random_uuid(), 'ada')", Progress.NONE);
    }

    @AfterEach
    void drop() {
        runner.run("DROP SCHEMA own CASCADE; DROP VIEW IF EXISTS public.seen; DROP TABLE IF EXISTS public.users CASCADE", Progress.NONE);
    }

    @AfterAll
    static void close() {
        DEV.close();
    }

    private static List<String> state() {
        Row row = DEV.database.query(new Sql("state", STATE), Map.of()).getFirst();
        return row.columns().stream().map(column -> column + "=" + row.string(column)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SET ROLE pg_read_all_data", "SET SESSION AUTHORIZATION pg_read_all_data", "SET search_path = own", "SET TIME ZONE 'Asia/Kolkata'",
        "SELECT set_config('own.x', 'y', false)", "CREATE TEMP TABLE users (handle text)", "SELECT pg_advisory_lock(77)",
        "SELECT pg_advisory_lock_shared(78)", "PREPARE left_over AS SELECT 1", "LISTEN own_channel", "SET statement_timeout = 77",
        "DECLARE c CURSOR WITH HOLD FOR SELECT 1", "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
        "SET default_transaction_read_only = on", "DO $$ BEGIN PERFORM pg_advisory_lock(79); SET ROLE pg_read_all_data; END $$"
    })
    void sqlOfAnOperatorLeavesNothing(String script) {
        List<String> before = state();
        runner.run(script, Progress.NONE);
        for (int i = 0; i < 5; i++) {
            assertThat(state()).isEqualTo(before);
        }
        Row next = runner.run(STATE, Progress.NONE).getFirst().rows().getFirst();
        assertThat(next.columns().stream().map(column -> column + "=" + next.string(column))).isEqualTo(before);
        assertThat(DEV.database.query(new Sql("read", "SELECT handle FROM public.users"), Map.of())).hasSize(1);
        assertThat(TestSql.update(DEV.database, new Sql("write", "UPDATE public.users SET handle = 'ada'"), Map.of())).isEqualTo(1);
    }

    @Test
    void aTriggerOfTheDatabaseLeavesNothing() {
        runner.run("""
                CREATE FUNCTION own.meddle() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM set_config('search_path', 'own', false), set_config('own.x', 'y', false), pg_advisory_lock(80);
                    CREATE TEMP TABLE IF NOT EXISTS users (handle text);
                    LISTEN own_channel;
                    SET TIME ZONE 'Asia/Kolkata';
                    SET ROLE pg_read_all_data;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER meddle BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION own.meddle()""", Progress.NONE);
        List<String> before = state();
        TestSql.update(DEV.database, new Sql("write", "UPDATE public.users SET handle = 'bruno'"), Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(state()).isEqualTo(before);
        }
    }

    @Test
    void aTriggerOfAChangeThatFailsLeavesNothing() {
        runner.run("""
                CREATE FUNCTION own.fail() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_advisory_lock(81); RAISE EXCEPTION 'no'; END $$;
                CREATE TRIGGER fail BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION own.fail()""", Progress.NONE);
        List<String> before = state();
        assertThatThrownBy(
                () -> TestSql.update(DEV.database, new Sql("write", "UPDATE public.users SET handle = 'bruno'"), Map.of())).isNotNull();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aViewThatCallsAFunctionLeavesNothing() {
        runner.run("""
                CREATE FUNCTION own.meddle() RETURNS text LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM set_config('search_path', 'own', false), set_config('own.x', 'y', false), set_config('role', 'pg_read_all_data', false);
                    RETURN 'ada';
                END $$;
                CREATE VIEW public.seen AS SELECT own.meddle() AS handle""", Progress.NONE);
        List<String> before = state();
        assertThat(DEV.database.query(new Sql("read", "SELECT handle FROM public.seen"), Map.of())).hasSize(1);
        for (int i = 0; i < 5; i++) {
            assertThat(state()).isEqualTo(before);
        }
    }
}
