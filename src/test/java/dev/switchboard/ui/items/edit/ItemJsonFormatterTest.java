package dev.switchboard.ui.items.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import org.junit.jupiter.api.Test;

class ItemJsonFormatterTest {
    @Test
    void jsonHasEachScalarOnOneLineAndEqualsItem() {
        Item item = Item.ofJson(
                "{\"pk\":{\"S\":\"a { } $1 \\n\"},\"m\":{\"M\":{\"S\":{\"N\":\"1\"}}},\"l\":{\"L\":[{\"BOOL\":true},{\"NULL\":true}]}}");
        String json = ItemJsonFormatter.format(item);
        assertThat(json).contains("\"pk\" : { \"S\" : \"a { } $1 \\n\" }").contains("\"S\" : { \"N\" : \"1\" }");
        assertThat(Item.ofJson(json)).isEqualTo(item);
    }

    @Test
    void veryLongStringsAreFoldedForReading() {
        Item item = Item.builder().string("pk", "a").string("text", "x".repeat(380_000)).build();
        assertThat(ItemJsonFormatter.folded(item)).hasSizeLessThan(400).contains("380,000");
    }
}
