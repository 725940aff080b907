package dev.switchboard.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.scan.ScanOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFormViewModelTest {
    private final ScanFormViewModel form = new ScanFormViewModel();

    @Test
    void emptyFieldsMeanWholeTableAtDefaultRate() {
        form.limitProperty().set(" ");
        assertThat(form.errorProperty().get()).isEmpty();
        assertThat(form.options()).isEqualTo(new ScanOptions(0, 1, ScanOptions.USUAL_RATE));
    }

    @Test
    void numbersMayContainSeparators() {
        form.limitProperty().set("12,500");
        form.segmentsProperty().set("4");
        form.rateProperty().set("2.5");
        assertThat(form.options()).isEqualTo(new ScanOptions(12_500, 4, 2.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "1.5"})
    void invalidMaxItemsIsReported(String typed) {
        form.limitProperty().set(typed);
        assertThat(form.errorProperty().get()).startsWith("Max items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65", "x"})
    void invalidSegmentsAreReported(String typed) {
        form.segmentsProperty().set(typed);
        assertThat(form.errorProperty().get()).startsWith("Segments").contains("64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "fast", "NaN"})
    void invalidRateIsReported(String typed) {
        form.rateProperty().set(typed);
        assertThat(form.errorProperty().get()).startsWith("Max RCU/s");
    }
}
