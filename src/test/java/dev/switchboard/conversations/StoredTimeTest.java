package dev.switchboard.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row “timestamps”: the console reads every ISO-8601 variant and writes one. */
class StoredTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:09:00.123456+00:00, 2026-11-22T12:09:00.123456Z, ''",
        "2026-11-22T12:09:00.123456Z, 2026-11-22T12:09:00.123456Z, ''",
        "2026-11-22t12:09:00.1z, 2026-11-22T12:09:00.1Z, ''",
        "2026-11-22 12:09:00.000001+00:00, 2026-11-22T12:09:00.000001Z, ''",
        "2026-11-22T07:09:00.123456-05:00, 2026-11-22T12:09:00.123456Z, OTHER_OFFSET",
        "2026-11-22T17:39:00.123456789+0530, 2026-11-22T12:09:00.123456789Z, OTHER_OFFSET",
        "2026-11-22T14:09:00.5+02, 2026-11-22T12:09:00.5Z, OTHER_OFFSET",
        "2026-11-22T12:09:00+00:00, 2026-11-22T12:09:00Z, NO_FRACTION",
        "2026-11-22T12:09:00-05:00, 2026-11-22T17:09:00Z, NO_FRACTION OTHER_OFFSET",
        "2026-11-22T12:09Z, 2026-11-22T12:09:00Z, NO_FRACTION",
        "2026-11-22T12:09:00.123456, 2026-11-22T12:09:00.123456Z, NO_OFFSET",
        "2026-11-22T12:09:00, 2026-11-22T12:09:00Z, NO_OFFSET NO_FRACTION",
        "2024-02-29T23:59:59.999999-18:00, 2024-03-01T17:59:59.999999Z, OTHER_OFFSET"
    })
    void readsEveryVariant(String text, Instant instant, String marks) {
        StoredTime read = StoredTime.read(text);
        assertThat(read.instant()).isEqualTo(instant);
        assertThat(read.anomalies()).extracting(TimeAnomaly::name)
                .containsExactlyInAnyOrder(marks.isEmpty() ? new String[0] : marks.split(" "));
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yesterday", "2026-02-30T00:00:00Z", "2026-11-22T25:00:00Z", "2026-11-22T12:09:00+19:00",
        "2026-11-22T12:09:00.1234567891Z", "2026-11-22", "20261122T120900Z", "2026-11-22T12:09:00Zx", "1700000000", "２０２６-11-22T12:09:00Z"})
    void whatIsNoTimeIsMarkedAndStopsNothing(String text) {
        StoredTime read = StoredTime.read(text);
        assertThat(read.instant()).isNull();
        assertThat(read.anomalies()).isEqualTo(Set.of(TimeAnomaly.UNREADABLE));
    }

    @Test
    void neverFailsOnAnyText() {
        Random random = new Random(42);
        String letters = "0123456789-:.,TtZz+ \u2028\uD83D\uDE00";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "2026-11-22T" : "");
            random.ints(random.nextInt(20), 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            StoredTime read = StoredTime.read(text.toString());
            assertThat(read.instant() == null).isEqualTo(read.anomalies().contains(TimeAnomaly.UNREADABLE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:09:00Z, 2026-11-22T12:09:00.000000+00:00",
        "2026-11-22T12:09:00.123456Z, 2026-11-22T12:09:00.123456+00:00",
        "2026-11-22T12:09:00.123456999Z, 2026-11-22T12:09:00.123456+00:00",
        "2026-01-01T00:00:00.1Z, 2026-01-01T00:00:00.100000+00:00"
    })
    void writesUtcWithExactlySixDigitsAndNeverZ(Instant instant, String text) {
        assertThat(StoredTime.write(instant)).isEqualTo(text).hasSize(32);
        assertThat(StoredTime.read(text).anomalies()).isEmpty();
        assertThat(OffsetDateTime.parse(text).toInstant()).isEqualTo(StoredTime.read(text).instant());
    }
}
