package dev.switchboard.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class ItemTest {
    public static final String EVERY_TYPE =
            "{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"1.10\"},\"big\":{\"N\":\"12345678901234567890123456789012345678\"},"
                    + "\"b\":{\"B\":\"AAEC/w==\"},\"t\":{\"BOOL\":true},\"f\":{\"BOOL\":false},\"nul\":{\"NULL\":true},\"ss\":{\"SS\":[\"x\",\"y\"]},"
                    + "\"ns\":{\"NS\":[\"1\",\"2.5\"]},\"bs\":{\"BS\":[\"AA==\",\"AQ==\"]},\"l\":{\"L\":[{\"S\":\"é ☃ \\\"\"},{\"L\":[]},{\"M\":{}}]},"
                    + "\"m\":{\"M\":{\"deep\":{\"M\":{\"er\":{\"N\":\"-3E-7\"}}}}},\"empty\":{\"S\":\"\"}}";

    @Test
    void dynamoDbJsonBothWaysForEveryTypeWithTheDigitsAsStored() {
        assertThat(Item.ofJson(EVERY_TYPE).toJson()).isEqualTo(EVERY_TYPE);
        assertThat(Item.ofJson(Item.ofJson(EVERY_TYPE).toPrettyJson())).isEqualTo(Item.ofJson(EVERY_TYPE));
    }

    @Test
    void aCellShowsAnyTypeAsShortText() {
        Item item = Item.ofJson(EVERY_TYPE);
        assertThat(item.display("n")).isEqualTo("1.10");
        assertThat(item.display("b")).isEqualTo("4 bytes");
        assertThat(item.display("ss")).isEqualTo("{x, y}");
        assertThat(item.display("nul")).isEqualTo("null");
        assertThat(item.display("m")).isEqualTo("{deep: {er: -3E-7}}");
        assertThat(item.display("not there")).isEmpty();
        assertThat(item.string("n")).isNull();
        assertThat(item.string("pk")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"pk":"a"}                                    | line 1, column 7  | a value with its type is expected here, such as {"S": "text"}
            {"pk":{"S":1}}                                | line 1, column 12 | a string in quotation marks
            {"pk":{"N":1}}                                | line 1, column 12 | a string in quotation marks
            {"pk":{"N":"1,5"}}                            | line 1, column 12 | “1,5” is not a number
            {"pk":{"N":"123456789012345678901234567890123456789"}} | line 1 | is not a number
            {"pk":{"N":"1E126"}}                          | line 1            | is not a number
            {"pk":{"N":"NaN"}}                            | line 1            | is not a number
            {"pk":{"SS":[]}}                              | line 1            | a set cannot be empty
            {"pk":{"SS":["a","a"]}}                       | line 1            | the same value twice
            {"pk":{"NS":["1","1.0"]}}                     | line 1            | the same value twice
            {"pk":{"B":"?"}}                              | line 1            | not valid Base64
            {"pk":{"NULL":false}}                         | line 1            | must be true
            {"pk":{"BOOL":"true"}}                        | line 1            | true or false
            {"pk":{"X":"a"}}                              | line 1            | “X” is not a valid type
            {"pk":{"S":"a","N":"1"}}                      | line 1, column 16 | one type
            {"pk":{}}                                     | line 1            | a value with its type
            {"pk":{"S":"a"},"pk":{"S":"b"}}               | line 1            | Duplicate
            {"pk":{"S":"a"}} {}                           | line 1, column 18 | content after the end
            {"pk":{"S":"a"}                               | line 1            | Unexpected end
            ["a"]                                         | line 1, column 1  | object in braces
            `{"pk":\n{"S":tru}}`                          | line 2, column 6  | tru
            """)
    void whatIsNoDynamoDbJsonIsRefusedWithItsPosition(String json, String where, String what) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Item.ofJson(json)).satisfies(bad -> {
            assertThat(bad.code()).isEqualTo("item_malformed");
            assertThat(bad.sentence()).contains(where).contains(what);
            assertThat(bad.remedy()).contains("{\"pk\": {\"S\": \"a\"}");
        });
    }

    @Test
    void theLineIsNamedWhereThereAreSeveral() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Item.ofJson("{\n  \"pk\": {\"S\": \"a\"},\n  \"n\": {\"N\": \"x\"}\n}"))
                .satisfies(bad -> assertThat(bad.sentence()).contains("line 3, column 14"));
    }

    @Test
    void nestingDeeperThanDynamoDbHoldsIsRefused() {
        String deepest = "{\"a\":" + "{\"L\":[".repeat(31) + "{\"S\":\"x\"}" + "]}".repeat(31) + "}";
        assertThat(Item.ofJson(deepest).toJson()).isEqualTo(deepest);
        String deeper = "{\"a\":" + "{\"L\":[".repeat(200) + "{\"S\":\"x\"}" + "]}".repeat(200) + "}";
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Item.ofJson(deeper)).withMessageContaining("more than 32 levels deep");
    }
}
