package dev.switchboard.ui.common.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypeToJumpTest {
    private static final List<String> ROWS = List.of("@ada", "@alan", "Bruno", "al-Farabi");
    private long now;
    private final TypeToJump<String> jump = new TypeToJump<>(() -> now);

    private int type(String character, int from) {
        return jump.type(character, ROWS, row -> row, from);
    }

    @Test
    void lettersLeadToTheNextRowThatBeginsWithThem() {
        assertThat(type("a", -1)).isZero();
        assertThat(type("l", 0)).isEqualTo(1);
        assertThat(type("-", 1)).isEqualTo(3);
        assertThat(type("x", 3)).as("no row").isEqualTo(-1);
    }

    @Test
    void afterAPauseOfOneSecondTheyBeginAnew() {
        assertThat(type("a", -1)).isZero();
        now += 1_000_000_000;
        assertThat(jump.isTyping()).isFalse();
        assertThat(type("b", 0)).isEqualTo(2);
    }

    @Test
    void theSameLetterAgainGoesOnAndAroundTheEnd() {
        assertThat(type("a", -1)).isZero();
        assertThat(type("a", 0)).isEqualTo(1);
        assertThat(type("a", 1)).isEqualTo(3);
        assertThat(type("a", 3)).isZero();
    }
}
