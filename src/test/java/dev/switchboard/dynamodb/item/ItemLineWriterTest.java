package dev.switchboard.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of items, as a backup has them. */
class ItemLineWriterTest {
    @Test
    void eachItemIsALineThatSaysWhatItsJsonSays() throws IOException {
        List<Item> items = List.of(
                Item.ofJson(ItemTest.EVERY_TYPE),
                Item.builder().string("pk", "ü \uD83D\uDC1D \u0000\n\t\u2028\u007F \"quoted\" \\ / \uFFFD").build(),
                Item.builder().string("a \uD83D\uDC1D name", "x".repeat(40_000) + "\uD83D\uDC1D").build());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ItemLineWriter lines = new ItemLineWriter(out)) {
            for (Item item : items) {
                lines.write(item);
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(String.join("", items.stream().map(item -> "{\"Item\":" + item.toJson() + "}\n").toList()));
    }
}
