package dev.switchboard.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void wideCharactersCountTwiceAndMarksNotAtAll() {
        TextTable table = new TextTable("A", "B");
        table.row("😀😀", "x");
        table.row("漢字", "y");
        table.row("👩‍👩‍👧🇹🇷", "z");
        table.row("e\u0301e\u0301é1", "w");
        table.row("한글", "v");
        table.row("𝒜bcd", "u");

        assertThat(table.lines()).containsExactly(
                "A     B", "😀😀  x", "漢字  y", "👩‍👩‍👧🇹🇷  z", "e\u0301e\u0301é1  w", "한글  v", "𝒜bcd  u");
    }

    @Test
    void headingsThatAreDataAreNotInstructions() {
        TextTable table = TextTable.of(List.of(">a", "b\u001B]0;x\u0007\nc"));
        table.row("1", "2");

        assertThat(table.lines()).containsExactly(">a  b\uFFFD]0;x\uFFFD c", "1   2");
    }

    @Test
    void aLineIsCutByItsWidthAndNotWithinACharacter() {
        assertThat(TextWidth.cut("漢字漢字", 5)).isEqualTo("漢字…");
        assertThat(TextWidth.cut("ab😀😀", 4)).isEqualTo("ab…");
        assertThat(TextWidth.cut("abcd", 4)).isEqualTo("abcd");
        assertThat(TextWidth.pad("漢\n", 5)).isEqualTo("漢   ");
    }
}
