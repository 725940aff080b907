package dev.switchboard.ui.items.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemCellFormatterTest {
    @Test
    void missingValuesSortFirstThenNumbersThenText() {
        Item ten = Item.ofJson("{\"n\":{\"N\":\"10\"}}");
        Item nine = Item.ofJson("{\"n\":{\"N\":\"9\"}}");
        Item text = Item.ofJson("{\"n\":{\"S\":\"1\"}}");
        Item none = Item.ofJson("{\"other\":{\"S\":\"1\"}}");
        List<Item> rows = new ArrayList<>(List.of(text, ten, none, nine));
        rows.sort(ItemCellFormatter.order("n"));
        assertThat(rows).containsExactly(none, nine, ten, text);
    }

    @Test
    void cellIsOneShortLine() {
        Item item = Item.builder().string("text", "first\r\nsecond " + "x".repeat(1000)).build();
        assertThat(ItemCellFormatter.cell(item, "text")).startsWith("first second xxx").endsWith("…").hasSizeLessThan(250);
        assertThat(ItemCellFormatter.cell(item, "absent")).isEmpty();
    }

    @Test
    void filterMatchesEveryAttributeIgnoringCase() {
        Item item = Item.ofJson("{\"pk\":{\"S\":\"MSG#1\"},\"n\":{\"N\":\"42\"}}");
        assertThat(ItemCellFormatter.contains(item, "msg")).isTrue();
        assertThat(ItemCellFormatter.contains(item, "42")).isTrue();
        assertThat(ItemCellFormatter.contains(item, "pk")).as("attribute names are not searched").isFalse();
    }
}
