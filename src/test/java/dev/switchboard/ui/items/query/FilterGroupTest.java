package dev.switchboard.ui.items.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.expression.ExpressionPrinter;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterGroupTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "a = 'x'", "a <> -1.50", "a < b'AQI='", "a <= true", "a > null", "a >= 'a,b'", "\"limit\".\"a b\"[3] = ''",
        "a BETWEEN 1 AND 2", "a BETWEEN 1 AND 'b'", "a IN ('x', 'y')", "a IN ('x,y', 'z')", "a IN (' x', 'z')", "a IN (1, 'x', b)",
        "a IN ('x,y')",
        "begins_with(a, 'x')", "contains(a, 'x')", "NOT (contains(a, 3))", "contains(a, b)",
        "attribute_exists(a.b)", "attribute_not_exists(a)", "attribute_type(a, 'NS')",
        "size(a) > 3", "size(a) = size(b)", "a = b", "a = ['x', 1]", "a = <<'x', 'y'>>", "3 = a", "'x' = 'y'",
        "NOT (a = 1)", "NOT (a = 1 AND b = 2)",
        "a = 1 AND b = 2", "a = 1 OR b = 2 OR c = 3", "a = 1 AND (b = 2 OR (c = 3 AND NOT (d = 4)))",
        "contains('x', a)"})
    void everyConditionIsBuiltAgainFromItsFields(String text) {
        Filter filter = ExpressionParser.parse(text);
        FilterGroup group = new FilterGroup();
        group.load(filter);
        assertThat(ExpressionPrinter.print(java.util.Objects.requireNonNull(group.filter()))).isEqualTo(ExpressionPrinter.print(filter));
        assertThat(group.filter()).isEqualTo(filter);
    }

    @Test
    void aNameThatIsNoPathIsTakenAsItIs() {
        FilterRow row = new FilterRow();
        row.attributeProperty().set("two words");
        row.valueProperty().set("x");
        assertThat(ExpressionPrinter.print(java.util.Objects.requireNonNull(row.filter()))).isEqualTo("\"two words\" = 'x'");
    }

    @Test
    void anEmptyRowIsNoCondition() {
        FilterGroup group = new FilterGroup();
        group.parts().add(new FilterRow());
        group.parts().add(new FilterGroup());
        assertThat(group.filter()).isNull();
    }

    @Test
    void invalidFieldsAreTold() {
        FilterRow row = new FilterRow();
        row.valueProperty().set("12");
        assertThatThrownBy(row::filter).hasMessageContaining("no attribute");
        row.attributeProperty().set("a");
        row.kindProperty().set(ValueKind.NUMBER);
        row.valueProperty().set("twelve");
        assertThatThrownBy(row::filter).isInstanceOf(InvalidInputException.class).hasMessageContaining("twelve");
        row.operatorProperty().set(FilterOperator.HAS_TYPE);
        assertThatThrownBy(row::filter).hasMessageContaining("twelve").hasMessageContaining("BOOL");
    }
}
