package dev.switchboard.explorer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTextTest {
    private static final TableDetails TABLE = new TableDetails("Orders.v2", "ACTIVE",
            List.of(KeyAttribute.hash("limit", "S"), KeyAttribute.range("at", "N")),
            List.of(new IndexDetails("by where", false, List.of(KeyAttribute.hash("where", "S")), "ALL", List.of(), "ACTIVE", 0, 0, 0, 0)),
            "PAY_PER_REQUEST", 0, 0, 0, 0, false, null, null, false, Map.of(), null, "arn");

    private static ReadPlan query(@Nullable SortCondition sort) {
        return ReadPlan.query("Orders.v2", new KeyCondition("limit", new TypedValue.Text("it's -- \n\"here\" WHERE"), "at", sort));
    }

    private static SortCondition compare(Comparison comparison) {
        return new SortCondition.Compare(comparison, new TypedValue.Digits("-12345678901234567890123456789012345678"));
    }

    static Stream<ReadPlan> plans() {
        return Stream.of(
                ReadPlan.scan("Orders.v2"),
                ReadPlan.scan("Orders.v2").limited(1000).segmented(8).rated(0.5),
                ReadPlan.scan("Orders.v2").rated(0).strong(true),
                ReadPlan.scan("Orders.v2").on("by where"),
                ReadPlan.query("Orders.v2", new KeyCondition("where", new TypedValue.Text("😀"), null, null)).on("by where")
                        .descending(true),
                ReadPlan.scan("Orders.v2")
                        .projected(List.of(AttributePath.of("a.b"), AttributePath.of("filter"), AttributePath.of("ключ"))),
                ReadPlan.scan("Orders.v2")
                        .filtered(ExpressionParser.parse("\"limit\" = 3 OR (\"index\" <> 'x' AND NOT (\"scan\".\"rate\" IN (1, 2)))")),
                query(null),
                query(compare(Comparison.LESS)),
                query(compare(Comparison.GREATER_OR_EQUAL)).descending(true).limited(5).strong(true),
                query(compare(Comparison.EQUAL)),
                query(new SortCondition.Between(new TypedValue.Digits("1"), new TypedValue.Digits("2"))));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatIsPrintedIsReadAgain(ReadPlan plan) {
        String text = PlanPrinter.print(plan);
        assertThat(PlanParser.parse(text, TABLE, Map.of())).isEqualTo(plan);
        assertThat(PlanParser.table(text)).isEqualTo("Orders.v2");
    }

    @Test
    void clausesMayHaveAnyOrderAndCaseAndComments() {
        ReadPlan plan = PlanParser.parse("""
                -- the last 'five
                query Orders limit 5 descending -- newest first
                  filter size(tags) > 3
                  where begins_with(sk, 'a') and pk = 'x'""", null, Map.of());
        assertThat(PlanPrinter.print(plan)).isEqualTo("""
                QUERY "Orders"
                WHERE pk = 'x' AND begins_with(sk, 'a')
                FILTER size(tags) > 3
                DESCENDING LIMIT 5""");
    }

    @Test
    void parametersStandForValues() {
        String text = "QUERY Orders WHERE pk = :group AND sk >= :since FILTER note <> ':no' -- :neither";
        assertThat(SavedQuery.parameters(text)).containsExactly(":group", ":since");
        ReadPlan plan = PlanParser.parse(text, null,
                Map.of(":group", new TypedValue.Text("g"), ":since", new TypedValue.Digits("7")));
        assertThat(PlanPrinter.print(plan)).contains("pk = 'g' AND sk >= 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "pk = 'a'                                              | character 1:   | Begin with QUERY or SCAN",
        "SCAN                                                  | character 1:   | name of a table",
        "SCAN \"Orders.v2\" WHERE \"limit\" = 'a'              | character 1:   | scan has no WHERE",
        "QUERY \"Orders.v2\"                                   | character 1:   | needs WHERE",
        "SCAN \"Orders.v2\" LIMIT ten                          | character 18:  | whole number",
        "SCAN \"Orders.v2\" LIMIT 0                            | character 18:  | whole number",
        "SCAN \"Orders.v2\" SEGMENTS 65                        | character 18:  | 64",
        "SCAN \"Orders.v2\" LIMIT 1 LIMIT 2                    | character 26:  | LIMIT is there twice",
        "SCAN \"Orders.v2\" STRONG yes                         | character 18:  | Nothing can follow",
        "SCAN \"Orders.v2\" FILTER a =                         | character 28:  | A value is missing",
        "QUERY \"Orders.v2\" WHERE at = 1                      | character 19:  | partition key limit",
        "QUERY \"Orders.v2\" WHERE \"limit\" = 1               | character 19:  | type S",
        "QUERY \"Orders.v2\" WHERE \"limit\" = 'a' AND at = 'b'| character 19:  | type N",
        "QUERY \"Orders.v2\" WHERE \"limit\" = 'a' AND x = 1   | character 19:  | which is at",
        "QUERY \"Orders.v2\" WHERE \"limit\" = 'a' AND at <> 1 | character 19:  | belong in FILTER",
        "QUERY \"Orders.v2\" WHERE \"limit\" = 'a' OR at = 1   | character 19:  | belong in FILTER"})
    void whatIsNotValidIsToldWithItsPlace(String text, String place, String what) {
        assertThatThrownBy(() -> PlanParser.parse(text, TABLE, Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(what);
    }
}
