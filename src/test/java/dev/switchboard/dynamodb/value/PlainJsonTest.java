package dev.switchboard.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
    static final String EVERY_TYPE = """
            {"pk":{"S":"a"},"empty":{"S":""},"n":{"N":"12345678901234567890123456789012345678"},"small":{"N":"1.5E-120"},
             "plus":{"N":"+.5"},"b":{"B":"AP8="},"yes":{"BOOL":true},"nothing":{"NULL":true},"ss":{"SS":["b","a"]},"ns":{"NS":["2","1.50"]},
             "bs":{"BS":["AA==","AQ=="]},"l":{"L":[{"S":"x"},{"N":"1"},{"L":[]},{"M":{}},{"SS":["y"]},{"B":"AA=="}]},
             "m":{"M":{"in":{"M":{"deep":{"NS":["7"]}}},"":{"S":"no name"}}},"emoji":{"S":"\\uD83D\\uDE00 שלום"}}""";

    @Test
    void everyTypeComesBackWithAHint() {
        TypedValue.Members values = TypedItems.values(Item.ofJson(EVERY_TYPE));
        TypedValue.Members back = PlainJson.parse(PlainJson.print(values, true), values);
        assertThat(TypedValue.same(back, values)).isTrue();
        assertThat(TypedItems.item(values)).isEqualTo(Item.ofJson(EVERY_TYPE));
        assertThat(PlainJson.print(values, false)).contains("12345678901234567890123456789012345678", "1.5E-120", "\"plus\":0.5");
    }

    @Test
    void withoutAHintSetsAreListsAndBinaryIsText() {
        TypedValue.Members values = TypedItems.values(Item.ofJson("{\"ss\":{\"SS\":[\"a\"]},\"b\":{\"B\":\"AP8=\"}}"));
        TypedValue.Members back = PlainJson.parse(PlainJson.print(values, false), null);
        assertThat(back.values().get("ss")).isEqualTo(new TypedValue.Elements(List.of(new TypedValue.Text("a"))));
        assertThat(back.values().get("b")).isEqualTo(new TypedValue.Text("AP8="));
    }

    @Test
    void aListThatNoLongerFitsTheSetIsAList() {
        TypedValue.Members hint = TypedItems.values(Item.ofJson("{\"ss\":{\"SS\":[\"a\"]}}"));
        assertThat(PlainJson.parse("{\"ss\":[\"a\",\"b\"]}", hint).values().get("ss").type()).isEqualTo(ValueType.SS);
        assertThat(PlainJson.parse("{\"ss\":[\"a\",\"a\"]}", hint).values().get("ss").type()).isEqualTo(ValueType.L);
        assertThat(PlainJson.parse("{\"ss\":[\"a\",1]}", hint).values().get("ss").type()).isEqualTo(ValueType.L);
        assertThat(PlainJson.parse("{\"ss\":[]}", hint).values().get("ss").type()).isEqualTo(ValueType.L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\":}", "{\"a\":1} x", "{\"a\":1,\"a\":2}", "{\"a\":1e999}", "{\"\":1}",
        "{\"a\":123456789012345678901234567890123456789}"})
    void errorsHaveTheirPlace(String text) {
        assertThatThrownBy(() -> PlainJson.parse("\n " + text, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("line 2, column ");
    }
}
