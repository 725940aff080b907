package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:09:31Z");

    @Test
    void numbers() {
        assertThat(Formats.count(1234567)).isEqualTo("1,234,567");
        assertThat(Formats.capacity(0.5)).isEqualTo("0.5");
        assertThat(Formats.capacity(146)).isEqualTo("146");
        assertThat(Formats.bytes(812)).isEqualTo("812 B");
        assertThat(Formats.bytes(1434)).isEqualTo("1.4 KB");
        assertThat(Formats.bytes(12L * 1024 * 1024)).isEqualTo("12 MB");
    }

    @Test
    void durations() {
        assertThat(Formats.duration(Duration.ofNanos(400_000))).isEqualTo("0.4 ms");
        assertThat(Formats.duration(Duration.ofMillis(12))).isEqualTo("12 ms");
        assertThat(Formats.duration(Duration.ofMillis(1204))).isEqualTo("1.2 s");
        assertThat(Formats.duration(Duration.ofSeconds(123))).isEqualTo("2 min 3 s");
        assertThat(Formats.clock(Duration.ofSeconds(581))).isEqualTo("9:41");
        assertThat(Formats.clock(Duration.ofMillis(599_100))).as("seconds are rounded up").isEqualTo("10:00");
        assertThat(Formats.clock(Duration.ofSeconds(-3))).isEqualTo("0:00");
    }

    @Test
    void relativeTimesAreShort() {
        assertThat(Formats.when(NOW, NOW, ZoneOffset.UTC)).isEqualTo("12:09");
        assertThat(Formats.when(Instant.parse("2026-11-20T08:05:00Z"), NOW, ZoneOffset.UTC)).isEqualTo("Fri 08:05");
        assertThat(Formats.when(Instant.parse("2026-11-12T08:05:00Z"), NOW, ZoneOffset.UTC)).isEqualTo("12 Nov");
        assertThat(Formats.when(Instant.parse("2025-11-12T08:05:00Z"), NOW, ZoneOffset.UTC)).isEqualTo("12 Nov 2025");
        assertThat(Formats.when(Instant.parse("2026-11-23T08:05:00Z"), NOW, ZoneOffset.UTC)).as("the future").isEqualTo("23 Nov");
    }

    @Test
    void zoneDecidesWhichDayItIs() {
        assertThat(Formats.time(NOW, ZoneId.of("Asia/Tokyo"))).isEqualTo("21:09");
    }
}
