package dev.switchboard.doctor.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.StoredTime;
import dev.switchboard.doctor.data.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which items of a partition are out of place. */
class PartitionOrderTest {
    private static List<String> misplaced(String... sortKeys) {
        List<String> sorted = new ArrayList<>(List.of(sortKeys));
        sorted.sort(ByteOrder.STRINGS);
        PartitionOrder<String> order = new PartitionOrder<>(true);
        sorted.forEach(key -> order.add(StoredTime.read(key), key));
        List<String> found = new ArrayList<>();
        order.misplaced(found::add);
        assertThat(order.differs()).isEqualTo(!found.isEmpty());
        return found;
    }

    @Test
    void timesInOrderAreInPlaceInAnyForm() {
        assertThat(misplaced("2026-01-01T10:00:00.000000+00:00", "2026-01-01T12:30:00.000000+02:00", "2026-01-02T09:00:00Z")).isEmpty();
        assertThat(misplaced("2026-07-01T10:00:00.5+02:00", "2026-07-01T11:00:00.5+02:00", "2026-07-01T12:00:00.5+02:00")).isEmpty();
        assertThat(misplaced("not a time", "2026-01-01T10:00:00.000000+00:00", "also none")).isEmpty();
    }

    @Test
    void theOneOfAnotherFormIsOutOfPlace() {
        String ahead = "2026-01-01T15:00:00.000000+05:00";
        String one = "2026-01-01T10:30:00.000000+00:00";
        String two = "2026-01-01T11:30:00.000000+00:00";
        String three = "2026-01-01T12:30:00.000000+00:00";
        assertThat(misplaced(ahead, one, two, three)).containsExactly(ahead);
        assertThat(misplaced(ahead, one)).as("between two, not the one of the usual form").containsExactly(ahead);
        String back = "2026-01-01T06:31:00.000000-05:00";
        assertThat(misplaced(back, one, two, three)).containsExactly(back);
    }

    @Test
    void theFewestAreOutOfPlaceWhereMostHaveAnotherForm() {
        List<String> keys = new ArrayList<>();
        for (int minute = 0; minute < 20; minute++) {
            keys.add("2026-07-01T12:%02d:00.000000+02:00".formatted(minute));
        }
        String late = "2026-07-01T10:10:30.000000+00:00";
        keys.add(late);
        assertThat(misplaced(keys.toArray(String[]::new))).containsExactly(late);
    }

    @Test
    void theHeaviestPartOfARandomSequenceIsThatOfATrialOfAll() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int count = 1 + random.nextInt(10);
            long[] numbers = random.longs(count, 0, 8).toArray();
            int[] weights = random.ints(count, 1, 5).toArray();
            boolean[] kept = HeaviestOrder.kept(numbers, count, i -> weights[i]);
            long best = IntStream.range(1, 1 << count).mapToLong(set -> weight(numbers, weights, set)).max().orElseThrow();
            int chosen = IntStream.range(0, count).filter(i -> kept[i]).map(i -> 1 << i).sum();
            assertThat(weight(numbers, weights, chosen)).isEqualTo(best);
        }
    }

    /** The weight of a part, given by bits; 0 if it descends. */
    private static long weight(long[] numbers, int[] weights, int set) {
        long last = Long.MIN_VALUE;
        long weight = 0;
        for (int i = 0; i < numbers.length; i++) {
            if ((set & 1 << i) != 0) {
                if (numbers[i] < last) {
                    return 0;
                }
                last = numbers[i];
                weight += weights[i];
            }
        }
        return weight;
    }
}
