package dev.switchboard.doctor.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteOrderTest {
    @Test
    void stringsAreInTheOrderOfTheirBytes() {
        List<String> all = List.of("", "a", "aa", "b", "Z", "+", ".", "é", "ﬀ", "\uFFFD", "😀", "a😀", "aﬀ", "a\uFFFD");
        for (String one : all) {
            for (String other : all) {
                int bytes = Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(ByteOrder.STRINGS.compare(one, other))).as(one + " " + other).isEqualTo(Integer.signum(bytes));
            }
        }
    }
}
