package dev.switchboard.doctor.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongSetTest {
    @Test
    void eachNumberIsNewOnce() {
        LongSet set = new LongSet();
        Set<Long> known = new HashSet<>();
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            long number = i % 3 == 0 ? random.nextInt(5_000) : random.nextLong();
            assertThat(set.add(number)).isEqualTo(known.add(number));
        }
        assertThat(set.add(0)).isEqualTo(known.add(0L));
        assertThat(set.add(0)).isFalse();
    }
}
