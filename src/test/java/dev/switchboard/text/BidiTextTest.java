package dev.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What turns the direction of text is shown; text that is written from right to left is not touched. */
class BidiTextTest {
    @ParameterizedTest
    @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
    void embeddingsOverridesAndIsolatesAreShown(int c) {
        assertThat(BidiText.visible("a" + (char) c + "b")).isEqualTo("a\uFFFDb");
        assertThat(TerminalText.single("a" + (char) c + "b")).isEqualTo("a\uFFFDb");
        assertThat(TerminalText.lines("a" + (char) c + "b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void otherTextIsTheSame() {
        String text = "שלום \u200Fمرحبا\u200E, 漢字 👩‍👩‍👧 e\u0301\nnext";
        assertThat(BidiText.visible(text)).isSameAs(text);
    }
}
