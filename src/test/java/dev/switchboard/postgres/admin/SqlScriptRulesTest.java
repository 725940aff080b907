package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** COPY with the program and commands of psql are told apart from SQL, with what to use instead, before anything runs. */
class SqlScriptRulesTest {
    private static final PostgresFixture DEV = PostgresFixture.dev();
    private final SqlRunner runner = new SqlRunner(DEV.database);

    @AfterAll
    static void close() {
        DEV.close();
    }

    private InvalidInputException refusal(String script) {
        return catchThrowableOfType(InvalidInputException.class, () -> runner.run(script, Progress.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "COPY t FROM STDIN", "copy t (a, b) from stdin with (format csv)", "COPY t FROM STDOUT",
        "COPY\n\"t\"\n-- rows\nFROM /* x */ STDIN;",
        "COPY public.t (a) FROM stdin;\n1\n2\n\\.\n", "COPY t FROM STDIN;\nit's one\t2\n\\.\nSELECT 1"
    })
    void copyFromTheProgramNamesCopyAndSaysWhatToUse(String script) {
        assertThat(refusal(script)).hasMessageContaining("Statement 1 (line 1) is COPY … FROM STDIN").hasMessageContaining("Use INSERT");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "COPY t TO STDOUT", "COPY (SELECT 1) TO STDOUT (FORMAT csv)", "copy (select 'from stdin') to stdout", "COPY t TO STDIN",
        "COPY (SELECT stdin FROM stdin) TO STDOUT"
    })
    void copyToTheProgramNamesCopyAndSaysWhatToUse(String script) {
        assertThat(refusal(script)).hasMessageContaining("Statement 1 (line 1) is COPY … TO STDOUT").hasMessageContaining("Use SELECT");
    }

    @Test
    void copyOfTheServerIsLeftToTheServer() {
        assertThatThrownBy(() -> runner.run("COPY absent FROM '/no/such/stdin'", Progress.NONE)).hasMessageContaining("absent");
        assertThatThrownBy(() -> runner.run("COPY stdin TO '/no/such/file'", Progress.NONE)).hasMessageContaining("stdin");
        assertThatThrownBy(() -> runner.run("COPY (SELECT 1 FROM stdin) TO '/no/such/file'", Progress.NONE)).hasMessageContaining("stdin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\\d | Statement 1 (line 1) begins with a backslash: \\d | information_schema",
        "\\d+ users | \\d is a psql command | information_schema",
        "SELECT 1;~\\dt *.* | Statement 2 (line 2) begins with a backslash: \\dt | information_schema",
        "\\l | \\l is a psql command | information_schema",
        "\\copy users from 'u.csv' csv header | \\copy is a psql command | INSERT",
        "\\i other.sql | \\i is a psql command | db run FILE",
        "\\ir other.sql;~SELECT 1 | \\ir is a psql command | db run FILE",
        "\\c other | \\c is a psql command | connection URL",
        "\\connect -reuse-previous=on other | \\connect is a psql command | connection URL",
        "\\restrict abc~SELECT 1; | \\restrict is a psql command | pg_dump",
        "SELECT 1 \\g | Statement 1 (line 1) contains a backslash: \\g | semicolon",
        "SELECT 1~\\gx | Statement 1 (line 2) contains a backslash: \\gx | semicolon",
        "SELECT 1; SELECT 2~ \\watch 1 | Statement 2 (line 2) contains a backslash: \\watch | semicolon",
        "\\timing on~SELECT 1 | \\timing is a psql command | psql",
        "\\! ls | \\! is a psql command | psql",
        "\\? | \\? is a psql command | psql",
        "\\set x 1 | \\set is a psql command | psql",
        "\\ | begins with a backslash | psql",
    })
    void aCommandOfPsqlIsNamedWithWhatToUse(String script, String sentence, String remedy) {
        InvalidInputException refusal = refusal(script.replace('~', '\n'));
        assertThat(refusal.sentence()).contains(sentence);
        assertThat(refusal.remedy()).contains(remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT '\\d'", "SELECT E'\\\\d'", "SELECT 1 AS \"\\d\"", "SELECT $$\\d$$", "SELECT 1 -- \\d", "SELECT 1 /* \\d */",
        "SELECT 'COPY t FROM STDIN'", "SELECT 1 AS \"COPY t FROM STDIN\"", "SELECT 'begin'", "DO $x$ BEGIN RAISE DEBUG '\\x'; END $x$"
    })
    void insideStringsNamesAndCommentsTheyAreText(String script) {
        assertThat(runner.run(script, Progress.NONE)).hasSize(1);
    }

    @Test
    void lockedEnvironmentsSayTheSame() {
        try (PostgresFixture prd = PostgresFixture.prd(DEV.url)) {
            SqlRunner locked = new SqlRunner(prd.database);
            assertThatThrownBy(() -> locked.run("COPY t TO STDOUT", Progress.NONE)).hasMessageContaining("is COPY … TO STDOUT");
            assertThatThrownBy(() -> locked.run("\\d", Progress.NONE)).hasMessageContaining("psql command");
        }
    }
}
