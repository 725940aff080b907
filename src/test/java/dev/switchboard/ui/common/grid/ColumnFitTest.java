package dev.switchboard.ui.common.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnFitTest {
    private static final double[] WANTED = {100, 200, 300};
    private static final double[] LEAST = {100, 60, 80};

    @Test
    void whatIsLeftOverGoesToOneColumn() {
        assertThat(ColumnFit.of(WANTED, LEAST, 1, 700)).containsExactly(100, 300, 300);
    }

    @Test
    void columnsShrinkAboveTheirMinimumAndATimeDoesNot() {
        double[] widths = ColumnFit.of(WANTED, LEAST, 2, 420);
        assertThat(widths[0]).isEqualTo(100);
        assertThat(widths[1]).isBetween(60.0, 200.0);
        assertThat(widths[0] + widths[1] + widths[2]).isEqualTo(420);
    }

    @Test
    void theTableScrollsWhereTheMinimumWidthsDoNotFit() {
        assertThat(ColumnFit.of(WANTED, LEAST, 2, 150)).containsExactly(LEAST);
    }
}
