package dev.switchboard.explorer.copyas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

/** Literals. */
class CodeStringsTest {
    private static final JsonMapper JSON = new JsonMapper();

    static String json(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static String text(String json) {
        try {
            return JSON.readValue(json, String.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Test
    void charactersThatCannotBeSeenAreEscaped() {
        String text = "a\u202eb\u00a0\u0000👍";
        assertThat(CodeStrings.java(text)).isEqualTo("\"a\\u202eb\\u00a0\\000👍\"");
        assertThat(CodeStrings.python(text)).isEqualTo("'a\\u202eb\\u00a0\\u0000👍'");
        assertThat(CodeStrings.javaScript(text)).isEqualTo("'a\\u202eb\\u00a0\\u0000👍'");
        assertThat(CodeStrings.json("\"\u202e\"")).isEqualTo("\"\\u202e\"");
    }

    @Test
    void theShellQuotesAllButPlainWords() {
        assertThat(CodeStrings.shell("plain-word.1")).isEqualTo("plain-word.1");
        assertThat(CodeStrings.shell("")).isEqualTo("''");
        assertThat(CodeStrings.shell("it's $HOME\n")).isEqualTo("'it'\\''s $HOME\n'");
    }
}
