package dev.switchboard.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlLexerTest {
    @Test
    void parametersAreNoCastsAndNoTextInQuotesOrComments() {
        NamedParameters named = NamedParameters.parse("""
                SELECT :a::text, ':b', ":c", $$ :d $$, $x$ :e $x$, E'\\':f', a[1:2] -- :g
                /* :h /* :i */ :j */ FROM t WHERE x = :k_2 AND y = :a""");
        assertThat(named.names()).containsExactly("a", "k_2", "a");
        assertThat(named.jdbc()).startsWith("SELECT ?::text, ':b'").endsWith("x = ? AND y = ?");
    }

    @Test
    void aQuestionMarkThatIsAnOperatorIsDoubled() {
        assertThat(NamedParameters.parse("SELECT x ? 'a?' AND y = :z").jdbc()).isEqualTo("SELECT x ?? 'a?' AND y = ?");
    }

    @Test
    void aParameterIsShownAsItWouldBeTyped() {
        String shown = NamedParameters.parse("SELECT :a, :b, :c").filled(name -> switch (name) {
            case "a" -> SqlLiteral.of("O’Hara's");
            case "b" -> SqlLiteral.of(null);
            default -> SqlLiteral.of(List.of("x", "y"));
        });
        assertThat(shown).isEqualTo("SELECT 'O’Hara''s', NULL, ARRAY['x', 'y']::text[]");
    }

    private static List<String> split(String script) {
        return SqlScript.statements(script).stream().map(SqlScript.Statement::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "SELECT 1; SELECT 2 | 2",
        "SELECT 1;;; -- nothing; here | 1",
        "SELECT 'a;b''c;d'; SELECT 2 | 2",
        "SELECT E'a\\';b'; SELECT 2 | 2",
        "SELECT 'a\\'; SELECT 2 | 2",
        "SELECT \"a;b\"; SELECT 2 | 2",
        "SELECT $$a;b$$; SELECT $t$ ; $$ ; $t$ | 2",
        "SELECT a$1;SELECT 2 | 2",
        "SELECT /* ; /* ; */ ; */ 1; SELECT 2 | 2",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3 | 2",
        " | 0",
        "-- only a comment | 0",
    })
    void aScriptIsSplitAtTheSemicolonsThatAreSyntax(String script, int statements) {
        assertThat(split(script == null ? "" : script)).hasSize(statements);
    }

    @Test
    void aStatementKnowsItsNumberAndLine() {
        List<SqlScript.Statement> statements = SqlScript.statements("-- first\nSELECT 1;\n\n/* two\nlines */ SELECT\n 2;\n");
        assertThat(statements).containsExactly(new SqlScript.Statement(1, 2, statements.getFirst().offset(), "SELECT 1"),
                new SqlScript.Statement(2, 5, statements.getLast().offset(), "SELECT\n 2"));
    }
}
