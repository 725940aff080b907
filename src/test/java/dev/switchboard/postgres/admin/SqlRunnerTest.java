package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.SqlResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL scripts: results, errors, transactions and the write lock. */
class SqlRunnerTest {
    private final PostgresFixture dev = PostgresFixture.dev();
    private final SqlRunner runner = new SqlRunner(dev.database);

    @AfterEach
    void close() {
        dev.close();
    }

    private long rows() {
        return dev.database.query(new Sql("count", "SELECT count(*) AS n FROM t"), Map.of()).getFirst().number("n");
    }

    @Test
    void eachStatementGivesRowsOrACount() {
        List<SqlResult> results = runner.run("""
                CREATE TABLE t (id int);
                INSERT INTO t SELECT generate_series(1, 1500); -- ; not the end
                SELECT id, 'a;?' AS "text?" FROM t ORDER BY id;
                SELECT * FROM t WHERE false;
                DELETE FROM t WHERE id > 1490;""", Progress.NONE);
        assertThat(results).hasSize(5);
        assertThat(results.get(1).count()).isEqualTo(1500);
        assertThat(results.get(2).rows()).hasSize(SqlRunner.MOST_ROWS);
        assertThat(results.get(2).more()).isTrue();
        assertThat(results.get(2).columns()).containsExactly("id", "text?");
        assertThat(results.get(3).hasRows()).isTrue();
        assertThat(results.get(3).more()).isFalse();
        assertThat(results.get(4).count()).isEqualTo(10);
        assertThat(rows()).isEqualTo(1490);
    }

    @Test
    void exactlyAsManyRowsAsFitAreNotCalledMore() {
        SqlResult result = runner.run("SELECT generate_series(1, " + SqlRunner.MOST_ROWS + ")", Progress.NONE).getFirst();
        assertThat(result.rows()).hasSize(SqlRunner.MOST_ROWS);
        assertThat(result.more()).isFalse();
    }

    @Test
    void theFirstErrorIsNamedWithStatementAndLineAndUndoesAll() {
        runner.run("CREATE TABLE t (id int)", Progress.NONE);
        assertThatThrownBy(() -> runner.run("INSERT INTO t VALUES (1);\n\nINSERT INTO absent VALUES (1);\nSELECT 1", Progress.NONE))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Statement 2 (line 3)")
                .hasMessageContaining("absent");
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "COMMIT", "rollback", "START TRANSACTION READ WRITE", "end", "abort", "PREPARE TRANSACTION 'x'"})
    void aStatementThatWouldEndTheTransactionIsRefused(String statement) {
        assertThatThrownBy(() -> runner.run("SELECT 1; /* x */ " + statement, Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Statement 2 (line 1)");
    }

    @Test
    void savepointsAndPreparedStatementsBelongIntoAScript() {
        assertThat(runner.run("SAVEPOINT a; SELECT 1; ROLLBACK TO a; PREPARE p AS SELECT 1; DEALLOCATE p", Progress.NONE)).hasSize(5);
    }

    @Test
    void everyScriptIsInTheJournalBeforeItRunsAndRunsOnce() {
        runner.run("CREATE TABLE t (id int); CREATE FUNCTION fw() RETURNS void LANGUAGE sql AS 'INSERT INTO t VALUES (1)'", Progress.NONE);
        runner.run("SELECT fw()", Progress.NONE);
        assertThat(rows()).isEqualTo(1);
        assertThat(dev.journal.list(10).entries()).hasSize(2);
        assertThatThrownBy(() -> runner.run("SELECT fw(); SELECT 1/0", Progress.NONE)).isInstanceOf(OperationFailedException.class);
        assertThat(rows()).isEqualTo(1);
        assertThat(dev.activity.calls().stream().filter(call -> call.command().contains("SELECT fw()"))).hasSize(2);
    }

    @Test
    void whatAScriptSetsEndsWithIt() {
        runner.run("CREATE TABLE t (id int); CREATE TEMP TABLE z (id int); SET search_path = pg_catalog; SELECT pg_advisory_lock(77)",
                Progress.NONE);
        assertThat(rows()).isZero();
        assertThatThrownBy(() -> runner.run("TABLE z", Progress.NONE)).isInstanceOf(OperationFailedException.class);
        assertThat(runner.run("SELECT pg_try_advisory_lock(77) AS free", Progress.NONE).getFirst().rows().getFirst().flag("free")).isTrue();
    }

    @Test
    void aStatementAfterAFunctionBodyIsOneOfItsOwn() {
        assertThat(
                runner.run("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END; SELECT f()", Progress.NONE))
                .hasSize(2);
    }

    @Test
    void bothReadAStringWithBackslashesAlikeOrItIsNotRun() {
        runner.run("CREATE TABLE t (id int)", Progress.NONE);
        String script = "SET standard_conforming_strings = off; SELECT '\\', '; INSERT INTO t VALUES (1); --'";
        assertThatThrownBy(() -> runner.run(script, Progress.NONE)).hasMessageContaining("backslashes");
        assertThat(rows()).isZero();
    }

    @Test
    void anOperatorThatTheDriverWouldChangeIsNotSent() {
        assertThatThrownBy(() -> runner.run("SELECT 1 ?? 2", Progress.NONE)).isInstanceOf(InvalidInputException.class);
        assertThat(runner.run("SELECT '??' AS text", Progress.NONE).getFirst().rows().getFirst().string("text")).isEqualTo("??");
    }

    @Test
    void aCommandOfPsqlIsToldApart() {
        assertThatThrownBy(() -> runner.run("SELECT 1;\n\\dt", Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Statement 2 (line 2) begins with a backslash");
    }

    @Test
    void nothingToRunSaysSo() {
        assertThatThrownBy(() -> runner.run(" -- nothing\n;", Progress.NONE)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "INSERT INTO t VALUES (1)",
        "SET transaction_read_only = off; INSERT INTO t VALUES (1)",
        "SET TRANSACTION READ WRITE; INSERT INTO t VALUES (1)",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE; INSERT INTO t VALUES (1)",
        "SET default_transaction_read_only = off; INSERT INTO t VALUES (1)",
        "SELECT set_config('transaction_read_only', 'off', false); INSERT INTO t VALUES (1)",
        "DO $$ BEGIN INSERT INTO t VALUES (1); END $$",
        "DO $$ BEGIN COMMIT; INSERT INTO t VALUES (1); END $$",
        "WITH x AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM x",
        "SET standard_conforming_strings = off; SELECT '\\' ', '; COMMIT; BEGIN; INSERT INTO t VALUES (1); --'",
        "DROP TABLE t",
        "CREATE TABLE u (id int)",
    })
    void whileLockedNoWayToWriteIsFound(String script) {
        runner.run("CREATE TABLE t (id int)", Progress.NONE);
        try (PostgresFixture prd = PostgresFixture.prd(dev.url)) {
            SqlRunner locked = new SqlRunner(prd.database);
            assertThatThrownBy(() -> locked.run(script, Progress.NONE)).isInstanceOfAny(OperationRefusedException.class,
                    OperationFailedException.class, InvalidInputException.class);
            assertThat(locked.run("SELECT count(*) FROM t", Progress.NONE).getFirst().rows().getFirst().number("count")).isZero();
            // Settings of a script end with it: the next one is locked again.
            assertThatThrownBy(() -> locked.run("INSERT INTO t VALUES (1)", Progress.NONE)).isInstanceOf(OperationRefusedException.class);
        }
        assertThat(rows()).isZero();
    }
}
