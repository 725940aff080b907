package dev.switchboard.cli.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:09:00Z,2026-11-22T12:09:00Z",
        "2026-11-22T07:09:00.5-05:00,2026-11-22T12:09:00.500Z",
        "2026-11-22T12:09:00,2026-11-22T12:09:00Z",
        "2026-11-22T12:09,2026-11-22T12:09:00Z",
        "2026-11-22,2026-11-22T00:00:00Z",
    })
    void anInstantMayBeADateOrLackItsOffset(String typed, Instant meant) {
        assertThat(new Converters.InstantConverter().convert(typed)).isEqualTo(meant);
    }

    @Test
    void whatFitsNoneIsNamedWithAnExample() {
        assertThatThrownBy(() -> new Converters.InstantConverter().convert("22.11.2026"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("22.11.2026")
                .hasMessageContaining("2026-11-22");
        assertThatThrownBy(() -> new Converters.EndpointConverter().convert("ftp://host")).hasMessageContaining("http://127.0.0.1:8000");
    }
}
