package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAlignedAndNumbersSetRight() {
        TextTable table = new TextTable("NAME", ">COUNT", "NOTE");
        table.row("a", 5, "x");
        table.row("longer", 1234567, null);

        assertThat(table.lines()).containsExactly("NAME      COUNT  NOTE", "a             5  x", "longer  1234567");
    }

    @Test
    void aCellNeitherBreaksTheLineNorCommandsTheTerminal() {
        TextTable table = new TextTable("TEXT");
        table.row("two\r\nlines\u001B[2J");

        assertThat(table.lines()).containsExactly("TEXT", "two lines\uFFFD[2J");
    }

    @Test
    void lettersOutsideTheBasicPlaneCountOnce() {
        TextTable table = new TextTable("A", "B");
        table.row("😀😀", "x");
        table.row("ab", "y");

        assertThat(table.lines()).containsExactly("A   B", "😀😀  x", "ab  y");
    }
}
