package dev.switchboard.ui.items.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadBufferTest {
    private static ReadPage page(int items, String text) {
        List<Item> rows = IntStream.range(0, items)
                .mapToObj(i -> Item.builder().string("pk", String.valueOf(i)).string("text", text).build())
                .toList();
        return new ReadPage(0, rows, items, 1, null);
    }

    @Test
    void aLargePageIsTakenInPartsWithoutALoss() {
        ReadBuffer buffer = new ReadBuffer(10_000, 0);
        assertThat(buffer.add(page(2_500, "a"))).as("somebody has to take it").isTrue();
        List<Integer> parts = new ArrayList<>();
        ReadBuffer.ReadBatch batch;
        do {
            batch = buffer.take();
            parts.add(batch.rows().size());
            assertThat(batch.items()).as("all are counted at once").isEqualTo(2_500);
        } while (batch.more());
        assertThat(parts).containsExactly(1_000, 1_000, 500);
        assertThat(buffer.add(page(1, "a"))).as("what comes later has to be taken again").isTrue();
    }

    @Test
    void whileARestWaitsNobodyElseIsAskedToTakeIt() {
        ReadBuffer buffer = new ReadBuffer(10_000, 0);
        buffer.add(page(1_500, "a"));
        assertThat(buffer.take().more()).isTrue();
        assertThat(buffer.add(page(1, "a"))).isFalse();
    }

    @Test
    void largeItemsAreKeptUpToASizeAndAllCounted() {
        ReadBuffer buffer = new ReadBuffer(10_000, 0);
        buffer.add(page(200, "x".repeat(350_000)));
        ReadBuffer.ReadBatch batch = buffer.take();
        assertThat((long) batch.rows().size()).isBetween(2L, ReadBuffer.MOST_BYTES / 350_000 + 1);
        assertThat(batch.items()).isEqualTo(200);
        assertThat(batch.more()).isFalse();
    }
}
