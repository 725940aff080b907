package dev.switchboard.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemRulesTest {
    private static final ItemRules RULES = ItemRules.of(new TableDetails(
            "t", "ACTIVE", List.of(KeyAttribute.hash("pk", "S"), KeyAttribute.range("sk", "N")),
            List.of(new IndexDetails("by-group", false, List.of(KeyAttribute.hash("group", "S")), "ALL", List.of(), "ACTIVE", 1, 1, 0, 0)),
            "PROVISIONED", 1, 1, 0, 0, false, null, null, false, Map.of(), null, "arn"));

    private static List<String> problems(Map<String, TypedValue> more) {
        Map<String, TypedValue> item =
                new LinkedHashMap<>(TypedItems.values(Item.ofJson("{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}")).values());
        item.putAll(more);
        return RULES.problems(new TypedValue.Members(item));
    }

    private static TypedValue text(String text) {
        return new TypedValue.Text(text);
    }

    @Test
    void anItemOfEveryTypeIsFine() {
        assertThat(problems(TypedItems.values(Item.ofJson(PlainJsonTest.EVERY_TYPE)).values())).isEmpty();
    }

    @Test
    void keysAreCheckedWithTheirTypesAndSizes() {
        assertThat(RULES.problems(new TypedValue.Members(Map.of("pk", text("a"))))).containsExactly("The key attribute “sk” is missing.");
        assertThat(problems(Map.of("pk", text("")))).containsExactly("The key attribute “pk” is empty.");
        assertThat(problems(Map.of("sk", text("1")))).containsExactly("The key attribute “sk” must be of type N, not S.");
        assertThat(problems(Map.of("pk", text("a".repeat(2049)))))
                .containsExactly("The key attribute “pk” has 2,049 bytes; at most 2,048 are allowed.");
        assertThat(problems(Map.of("pk", text("ä".repeat(1024))))).isEmpty();
        assertThat(problems(Map.of("group", text("")))).singleElement().asString().contains("by-group", "cannot be empty");
        assertThat(problems(Map.of("group", new TypedValue.Nothing()))).singleElement().asString().contains("by-group", "not NULL");
    }

    @ParameterizedTest
    @CsvSource({"1,true", "-0.5,true", "1E125,true", "1E126,false", "1E-130,true", "1E-131,false", "abc,false", "'',false",
        "12345678901234567890123456789012345678,true", "123456789012345678901234567890123456789,false", "NaN,false", "0x10,false"})
    void numbersHaveThirtyEightDigits(String digits, boolean valid) {
        assertThat(problems(Map.of("n", new TypedValue.Digits(digits))).isEmpty()).isEqualTo(valid);
    }

    @Test
    void setsNestingAndTextAreChecked() {
        assertThat(problems(Map.of("s", new TypedValue.TextSet(List.of())))).containsExactly("The set “s” is empty.");
        assertThat(problems(Map.of("s", new TypedValue.DigitsSet(List.of("1", "1.0"))))).singleElement().asString().contains("twice");
        assertThat(problems(Map.of("s", text("\uD800")))).singleElement().asString().contains("surrogate");
        TypedValue deep = text("x");
        for (int i = 0; i < 32; i++) {
            deep = new TypedValue.Elements(List.of(deep));
        }
        assertThat(problems(Map.of("l", deep))).singleElement().asString().contains("32 levels");
    }

    @Test
    void fourHundredKilobytesAreTheMost() {
        assertThat(problems(Map.of("t", text("x".repeat(400 * 1024 - 20))))).isEmpty();
        assertThat(problems(Map.of("t", text("x".repeat(400 * 1024))))).singleElement().asString().contains("409,600");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-11-26T12:00:00Z | Thu, Nov 26, 2026, 12:00:00 UTC",
        "2026-11-26 13:00:00.123456+01:00 | Thu, Nov 26, 2026, 12:00:00 UTC",
        "2026-11-26T12:00:00 | Thu, Nov 26, 2026, 12:00:00 UTC",
        "2026-99-26T12:00:00Z | ''", "hello world, long text | ''"})
    void timesInTextsAreTold(String text, String words) {
        assertThat(TimeHint.of(text(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1795694400 | Thu, Nov 26, 2026, 12:00:00 UTC (Unix time in seconds)",
        "1795694400000 | Thu, Nov 26, 2026, 12:00:00 UTC (Unix time in milliseconds)",
        "1795694400000000 | Thu, Nov 26, 2026, 12:00:00 UTC (Unix time in microseconds)", "12 | ''", "-5 | ''"})
    void timesInNumbersAreTold(String digits, String words) {
        assertThat(TimeHint.of(new TypedValue.Digits(digits))).isEqualTo(words);
    }
}
