package dev.switchboard.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.scan.ScanOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFormViewModelTest {
    private final ScanFormViewModel form = new ScanFormViewModel();

    @Test
    void nothing_in_rows_and_rate_means_the_whole_table_at_the_usual_rate() {
        form.limitProperty().set(" ");
        assertThat(form.errorProperty().get()).isEmpty();
        assertThat(form.options()).isEqualTo(new ScanOptions(0, 1, ScanOptions.USUAL_RATE));
    }

    @Test
    void what_is_typed_is_used_separators_included() {
        form.limitProperty().set("12,500");
        form.segmentsProperty().set("4");
        form.rateProperty().set("2.5");
        assertThat(form.options()).isEqualTo(new ScanOptions(12_500, 4, 2.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "1.5"})
    void rows_that_are_no_whole_number_are_named(String typed) {
        form.limitProperty().set(typed);
        assertThat(form.errorProperty().get()).startsWith("Max items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65", "x"})
    void segments_out_of_range_are_named(String typed) {
        form.segmentsProperty().set(typed);
        assertThat(form.errorProperty().get()).startsWith("Segments").contains("64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "fast", "NaN"})
    void a_rate_that_is_no_number_above_0_is_named(String typed) {
        form.rateProperty().set(typed);
        assertThat(form.errorProperty().get()).startsWith("Max RCU/s");
    }
}
