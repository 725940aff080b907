package dev.switchboard.ui.items.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemColumnsTest {
    private final ItemColumns columns = new ItemColumns();

    @Test
    void keysComeFirstAndLaterAttributesAreAddedAtTheEnd() {
        columns.learn(List.of("pk", "sk"), List.of(Item.ofJson("{\"zeta\":{\"S\":\"1\"},\"sk\":{\"S\":\"b\"},\"pk\":{\"S\":\"a\"}}")));
        columns.learn(List.of("pk", "sk"), List.of(Item.ofJson("{\"alpha\":{\"S\":\"1\"},\"zeta\":{\"S\":\"1\"}}")));
        assertThat(columns.names()).containsExactly("pk", "sk", "zeta", "alpha");
        assertThat(columns.isKey("sk")).isTrue();
        assertThat(columns.isKey("zeta")).isFalse();
    }

    @Test
    void pastSixtyColumnsAttributesAreOnlyCounted() {
        List<Item> rows = IntStream.range(0, 80).mapToObj(i -> Item.builder().string("a" + i, "x").build()).toList();
        columns.learn(List.of("pk"), rows);
        assertThat(columns.names()).hasSize(ItemColumns.MOST);
        assertThat(columns.hidden()).isEqualTo(81 - ItemColumns.MOST);
        columns.clear();
        assertThat(columns.names()).isEmpty();
        assertThat(columns.hidden()).isZero();
    }
}
