package dev.switchboard.conversations.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextMatcherTest {
    private static String marked(String query, String text) {
        StringBuilder marked = new StringBuilder(text);
        TextMatcher.of(query).find(text).reversed().forEach(span -> marked.insert(span.end(), ']').insert(span.start(), '['));
        return marked.toString();
    }

    @Test
    void caseAndAccentsMakeNoDifference() {
        assertThat(marked("cafe", "The CAFÉ at the café")).isEqualTo("The [CAFÉ] at the [café]");
        assertThat(marked("Ångström", "angstrom")).isEqualTo("[angstrom]");
        assertThat(marked("aydin", "Emre Aydın")).isEqualTo("Emre [Aydın]");
        assertThat(marked("strasse", "Große Straße")).isEqualTo("Große [Straße]");
    }

    @Test
    void accentOfItsOwnBelongsToItsLetter() {
        assertThat(marked("cafe", "cafe\u0301 noir")).isEqualTo("[cafe\u0301] noir");
    }

    @Test
    void placesAreThoseOfTheOriginalText() {
        assertThat(marked("b", "😀b😀B")).isEqualTo("😀[b]😀[B]");
        assertThat(marked("aa", "aaaa")).isEqualTo("[aa][aa]");
    }

    @Test
    void nothingIsFoundWithoutAText() {
        assertThat(TextMatcher.of("  ").isEmpty()).isTrue();
        assertThat(TextMatcher.of("  ").matches("a b")).isFalse();
        assertThat(TextMatcher.of("x").find("abc")).isEmpty();
    }
}
