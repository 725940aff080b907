package dev.switchboard.dynamodb.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.value.TypedValue;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {
    private static List<String> texts(String script) {
        return StatementSplitter.split(script).stream().map(PartiqlStatement::text).toList();
    }

    @Test
    void semicolonsSeparateOnlyOutsideOfQuotesAndComments() {
        assertThat(texts("""
                -- first; not a statement
                SELECT * FROM "a;b" WHERE pk = 'it''s; one' ; /* ; */
                DELETE FROM t -- why; here
                  WHERE pk = 'x';;
                -- the end"""))
                .containsExactly("SELECT * FROM \"a;b\" WHERE pk = 'it''s; one'", "DELETE FROM t  \n  WHERE pk = 'x'");
        assertThat(texts("  -- nothing\n")).isEmpty();
        assertThat(texts("SELECT 'not closed; here")).containsExactly("SELECT 'not closed; here");
    }

    @Test
    void aStatementKnowsItsKindAndPlace() {
        List<PartiqlStatement> all =
                StatementSplitter.split("select 1;\n\n-- x\nInsert into t; update t; delete t; create table; \"select\"");
        assertThat(all).extracting(PartiqlStatement::kind).containsExactly(StatementKind.SELECT, StatementKind.INSERT, StatementKind.UPDATE,
                StatementKind.DELETE, StatementKind.OTHER, StatementKind.OTHER);
        assertThat(all.get(1).line()).isEqualTo(4);
        assertThat(all.get(1).start()).isEqualTo(16);
    }

    @Test
    void theStatementAtTheCaretIsTheOneAroundOrBeforeIt() {
        String script = "SELECT 1;\nSELECT 2;  \nSELECT 3";
        for (int caret = 0; caret <= script.length(); caret++) {
            String text = Objects.requireNonNull(StatementSplitter.at(script, caret)).text();
            assertThat(text).as("at %d", caret).isEqualTo("SELECT " + (caret < 10 ? 1 : caret < 22 ? 2 : 3));
        }
        assertThat(StatementSplitter.at(" -- none", 3)).isNull();
    }

    @Test
    void onlyAnEqualityOnThePartitionKeyFixesIt() {
        for (String where : List.of("pk='a'", "pk = 'a' AND x > 1", "x BETWEEN 1 AND 2 AND \"pk\"=?", "pk IN ['a','b']", "pk in ('a')",
                "(pk='a' AND sk=1)", "pk='a' OR pk='b'", "'a' = pk", "begins_with(sk,'x') AND pk='a'",
                "(x=1 OR y=2) AND pk='a' ORDER BY sk")) {
            assertThat(select(where).where().fixes("pk")).as(where).isTrue();
        }
        for (String where : List.of("pk>'a'", "x='pk'", "pk='a' OR x=1", "NOT pk='a'", "pk BETWEEN 'a' AND 'b'", "begins_with(pk,'a')",
                "PK='a'", "pk.x='a'", "pk <> 'a'", "x IN [pk='a']", "contains(x, pk) AND sk=1", "pk='a' || 'b'", "NOT (pk='a' AND x=1)")) {
            assertThat(select(where).where().fixes("pk")).as(where).isFalse();
        }
    }

    private static SelectStatement select(String where) {
        String text = "SELECT * FROM \"t\".\"i\" WHERE " + where;
        SelectStatement select =
                Objects.requireNonNull(SelectStatement.of(StatementSplitter.split(text).getFirst(), List.of(new TypedValue.Text("p"))));
        assertThat(select.table()).isEqualTo("t");
        assertThat(select.index()).isEqualTo("i");
        return select;
    }
}
