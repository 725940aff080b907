package dev.switchboard.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions as text and as tree, both ways. */
class ExpressionParserTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "status = 'open' AND size(tags) > 3",
        "a = 1 OR (b <> 2 AND NOT (c < 3))",
        "(a = 1 OR b = 2) AND c = 3",
        "NOT (NOT (a = 1))",
        "n BETWEEN -1.50 AND 12345678901234567890123456789012345678",
        "a IN ('x', 'it''s', '') AND b IN (1)",
        "begins_with(sk, '2024') AND contains(\"a.b\", 'c')",
        "attribute_exists(address.lines[0].\"post code\") AND attribute_not_exists(\"size\")",
        "attribute_type(a, 'NULL') OR attribute_type(b, 'BOOL')",
        "a = b'AAEC' AND b = null AND c = true",
        "a = <<'x', 'y'>> AND b = <<1, 2>> AND c = <<b'AA=='>>",
        "a = [1, 'x', [], {'k': {'v': null}}] AND b = {}",
        "\"he said \"\"no\"\"\" = 'שלום 😀'"
    })
    void printsWhatItParses(String text) {
        assertThat(ExpressionPrinter.print(ExpressionParser.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a =|4", "a == 1|4", "a|2", "(a = 1|7", "a = 1 b|7", "attribute_type(a, 'X')|19", "a = :v|5",
        "a BETWEEN 1 OR 2|13", "a = <<1, 'x'>>|15", "a[x] = 1|3", "a = 'x|5", "b'!' = 1|2", "#n = 1|1", "begins_with(a)|14"})
    void saysWhereTheErrorIs(String text, int character) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> ExpressionParser.parse(text))
                .satisfies(thrown -> assertThat(thrown.sentence()).contains("at character " + character + ":"));
    }

    @Test
    void readsPlaceholdersAndAnyCase() {
        Filter filter = ExpressionParser.parse("#s In (:a) and Not Attribute_Exists(#s.x)", Map.of("#s", "Status"),
                Map.of(":a", new TypedValue.Text("x")));
        assertThat(ExpressionPrinter.print(filter)).isEqualTo("Status IN ('x') AND NOT (attribute_exists(Status.x))");
    }

    @Test
    void endsOnDeepNestingWithWords() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ExpressionParser.parse("(".repeat(100_000) + "a = 1"));
    }

    @Test
    void readsStringsAndNamesOfAnyLength() {
        String text = "x''\"".repeat(20_000);
        Filter filter = ExpressionParser.parse("\"" + "n\"\"".repeat(20_000) + "\" = '" + text + "'");
        assertThat(filter).isEqualTo(new Filter.Compare(Operand.attribute("n\"".repeat(20_000)), Comparison.EQUAL,
                Operand.text(text.replace("''", "'"))));
    }

    @Test
    void writesPlaceholdersForEveryNameAndValue() {
        ExpressionWriter writer = new ExpressionWriter();
        String text = writer.write(ExpressionParser.parse("name = 'a' AND name.status <> 'b'"));
        Expression expression = writer.expression(text + " " + writer.write(List.of(AttributePath.of("a.b"))));
        assertThat(expression.text()).isEqualTo("#n0 = :v0 AND #n0.#n1 <> :v1 #n2");
        assertThat(expression.names()).containsExactlyInAnyOrderEntriesOf(Map.of("#n0", "name", "#n1", "status", "#n2", "a.b"));
        assertThat(expression.values().toJson()).isEqualTo("{\":v0\":{\"S\":\"a\"},\":v1\":{\"S\":\"b\"}}");
    }
}
