package dev.switchboard.ui.items.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QueryViewModelTest {
    private static final TableDetails TABLE = new TableDetails("orders", "ACTIVE",
            List.of(KeyAttribute.hash("pk", "S"), KeyAttribute.range("at", "N")),
            List.of(new IndexDetails("by-status", false, List.of(KeyAttribute.hash("status", "S")), "ALL", List.of(), "ACTIVE", 0, 0, 0,
                    0)),
            "PAY_PER_REQUEST", 0, 0, 0, 0, false, null, null, false, Map.of(), null, "arn");

    private static QueryViewModel known() {
        QueryViewModel model = new QueryViewModel();
        model.tableProperty().set("orders");
        model.know(TABLE);
        return model;
    }

    @Test
    void theFormIsWrittenAsText() {
        QueryViewModel model = known();
        assertThat(model.textProperty().get()).isEqualTo("SCAN \"orders\"\nLIMIT 1000");
        KeyForm key = model.form().key();
        key.partitionProperty().set("o'1");
        key.operatorProperty().set(SortOperator.BETWEEN);
        key.sortProperty().set("1");
        key.upToProperty().set("2");
        model.form().options().descendingProperty().set(true);
        FilterRow row = new FilterRow();
        model.form().filter().parts().add(row);
        row.attributeProperty().set("limit");
        row.valueProperty().set("x");
        assertThat(model.textProperty().get()).isEqualTo("""
                QUERY "orders"
                WHERE pk = 'o''1' AND at BETWEEN 1 AND 2
                FILTER "limit" = 'x'
                DESCENDING LIMIT 1000""");
        assertThat(model.errorProperty().get()).isEmpty();
    }

    @Test
    void theTextFillsTheForm() {
        QueryViewModel model = known();
        model.textProperty()
                .set("query orders index by-status where status = 'open' filter a = 1 or b = 2 attributes a, b strong segments 3");
        QueryForm form = model.form();
        assertThat(model.errorProperty().get()).as("a global index has no strong reads").contains("by-status");
        model.textProperty().set("query orders index by-status where status = 'open' filter a = 1 or b = 2 attributes a, b");
        assertThat(model.errorProperty().get()).isEmpty();
        assertThat(form.indexProperty().get()).isEqualTo("by-status");
        assertThat(form.key().partitionProperty().get()).isEqualTo("open");
        assertThat(form.filter().anyProperty().get()).isTrue();
        assertThat(form.filter().parts()).hasSize(2);
        assertThat(form.options().attributesProperty().get()).isEqualTo("a, b");
        assertThat(form.options().limitProperty().get()).isEmpty();
        assertThat(model.textProperty().get()).as("the text stays as it was typed").startsWith("query orders index");
    }

    @Test
    void whatIsNotValidStaysAndIsExplained() {
        QueryViewModel model = known();
        model.textProperty().set("SCAN \"orders\" FILTER a =");
        assertThat(model.planProperty().get()).isNull();
        assertThat(model.errorProperty().get()).contains("A value is missing");
        assertThat(model.textProperty().get()).isEqualTo("SCAN \"orders\" FILTER a =");
        model.form().options().limitProperty().set("many");
        assertThat(model.errorProperty().get()).contains("Max items");
        assertThat(model.textProperty().get()).as("nothing valid to write").isEqualTo("SCAN \"orders\" FILTER a =");
        model.form().options().limitProperty().set("5");
        assertThat(model.textProperty().get()).isEqualTo("SCAN \"orders\"\nLIMIT 5");
    }

    @Test
    void aTextIsCheckedAgainOnceItsTableIsKnown() {
        QueryViewModel model = new QueryViewModel();
        model.textProperty().set("QUERY \"orders\" WHERE pk = 'a' AND at = 'no number'");
        assertThat(Objects.requireNonNull(model.planProperty().get()).isQuery()).isTrue();
        model.know(TABLE);
        assertThat(model.planProperty().get()).isNull();
        assertThat(model.errorProperty().get()).contains("type N");
    }

    @Test
    void anotherTableClearsTheConditionsAndWaitsForItsKeys() {
        QueryViewModel model = known();
        model.form().key().partitionProperty().set("a");
        model.form().filter().parts().add(new FilterRow());
        model.tableProperty().set("others");
        assertThat(model.detailsProperty().get()).isNull();
        assertThat(model.form().key().partitionProperty().get()).isEmpty();
        assertThat(model.form().filter().parts()).isEmpty();
        assertThat(model.textProperty().get()).isEqualTo("SCAN \"others\"\nLIMIT 1000");
        model.form().key().partitionProperty().set("b");
        assertThat(model.errorProperty().get()).isEqualTo("The keys of the table are not known yet.");
    }

    @Test
    void partsAreFollowedInsideGroups() {
        QueryViewModel model = known();
        FilterGroup inner = new FilterGroup();
        FilterRow row = new FilterRow();
        inner.parts().add(row);
        model.form().filter().parts().add(inner);
        row.attributeProperty().set("a");
        row.operatorProperty().set(FilterOperator.EXISTS);
        assertThat(model.textProperty().get()).contains("FILTER attribute_exists(a)");
        model.form().filter().parts().clear();
        assertThat(model.textProperty().get()).doesNotContain("FILTER");
    }

    @Test
    void binaryAndNumberKeysAreTypedByTheKey() {
        QueryViewModel model = known();
        model.textProperty().set("QUERY \"orders\" WHERE pk = '1' AND at >= 12345678901234567890123456789012345678");
        assertThat(model.form().key().sortProperty().get()).isEqualTo("12345678901234567890123456789012345678");
        model.form().key().sortProperty().set("x");
        assertThat(model.errorProperty().get()).contains("at").contains("N");
    }
}
