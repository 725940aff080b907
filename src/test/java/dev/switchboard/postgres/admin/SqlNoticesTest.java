package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.sql.SqlNotice;
import dev.switchboard.postgres.sql.SqlNotices;
import dev.switchboard.postgres.sql.SqlResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server says beside a result is part of the result: in its order, within bounds, and also if the script fails. */
class SqlNoticesTest {
    private static final PostgresFixture DEV = PostgresFixture.dev();
    private final SqlRunner runner = new SqlRunner(DEV.database);

    @AfterAll
    static void close() {
        DEV.close();
    }

    private static List<String> lines(SqlResult result) {
        return result.notices().all().stream().map(SqlNotice::line).toList();
    }

    @ParameterizedTest
    @CsvSource({"NOTICE", "WARNING", "INFO"})
    void aMessageHasItsLevelDetailAndHint(String level) {
        SqlResult result = runner.run("DO $$ BEGIN RAISE " + level
                + " 'one %', 1 USING DETAIL = 'Two.', HINT = 'Three.'; END $$", Progress.NONE).getFirst();
        assertThat(lines(result)).containsExactly(level + ": one 1 Two. Three.");
    }

    @Test
    void eachStatementHasItsOwnInTheirOrder() {
        List<SqlResult> results = runner.run("""
                DROP TABLE IF EXISTS absent;
                SELECT 1;
                DO $$ BEGIN RAISE NOTICE 'a'; RAISE WARNING 'b'; RAISE NOTICE 'c'; END $$;
                CREATE FUNCTION said(n int) RETURNS int LANGUAGE plpgsql AS 'BEGIN RAISE NOTICE ''row %'', n; RETURN n; END';
                SELECT said(n) FROM generate_series(1, 3) AS n;
                DROP FUNCTION said""", Progress.NONE);
        assertThat(lines(results.get(0))).containsExactly("NOTICE: table \"absent\" does not exist, skipping");
        assertThat(lines(results.get(1))).isEmpty();
        assertThat(lines(results.get(2))).containsExactly("NOTICE: a", "WARNING: b", "NOTICE: c");
        assertThat(lines(results.get(4))).containsExactly("NOTICE: row 1", "NOTICE: row 2", "NOTICE: row 3");
        assertThat(results.get(4).rows()).hasSize(3);
    }

    @Test
    void whatWasSaidBeforeAFailureIsTold() {
        List<SqlNotices> told = new ArrayList<>();
        String script = "DO $$ BEGIN RAISE NOTICE 'first'; END $$;\nDO $$ BEGIN RAISE NOTICE 'second'; RAISE EXCEPTION 'no'; END $$";
        assertThatThrownBy(() -> runner.run(script, Progress.NONE, told::add)).isInstanceOf(OperationFailedException.class);
        assertThat(told).singleElement().satisfies(
                notices -> assertThat(notices.all()).extracting(SqlNotice::line).containsExactly("NOTICE: first", "NOTICE: second"));
    }

    @Test
    void aLoopThatSaysMuchIsCutOffAndSaysSo() {
        SqlResult few = runner.run("DO $$ BEGIN FOR i IN 1..1000 LOOP RAISE NOTICE '%', i; END LOOP; END $$", Progress.NONE).getFirst();
        assertThat(few.notices().all()).hasSize(SqlNotices.MOST);
        assertThat(few.notices().more()).isFalse();
        String loop = "DO $$ BEGIN FOR i IN 1..200000 LOOP RAISE NOTICE '%', i; END LOOP; END $$";
        SqlResult many = runner.run(loop, Progress.NONE).getFirst();
        assertThat(many.notices().all()).hasSize(SqlNotices.MOST).extracting(SqlNotice::message).startsWith("1", "2").endsWith("1000");
        assertThat(many.notices().more()).isTrue();
    }

    @Test
    void secretsInAMessageAreMasked() {
        SqlResult result = runner.run("CREATE ROLE d_noticed PASSWORD 'openSesame7'; "
                + "DO $$ BEGIN RAISE NOTICE 'password = openSesame7'; EXECUTE 'DROP ROLE d_noticed'; END $$", Progress.NONE).get(1);
        assertThat(lines(result)).singleElement().asString().doesNotContain("openSesame7");
    }
}
