package dev.switchboard.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.code.CodeToken.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeTokenizerTest {
    private static List<String> tokens(String text, CodeLanguage language) {
        return CodeTokenizer.tokens(text, language).stream()
                .map(token -> token.kind().styleClass() + " " + token.text(text) + (token.closed() ? "" : " …"))
                .toList();
    }

    @Test
    void everyKindIsRecognized() {
        assertThat(tokens("select a.value, \"x\"\"y\" FROM t WHERE n>=-1.5e3 AND s='it''s' -- end", CodeLanguage.PARTIQL)).containsExactly(
                "keyword select", "word a", "symbol .", "word value", "symbol ,", "name \"x\"\"y\"", "keyword FROM", "word t",
                "keyword WHERE", "word n", "symbol >", "symbol =", "symbol -", "number 1.5e3", "keyword AND", "word s", "symbol =",
                "string 'it''s'", "comment -- end …");
    }

    @Test
    void postgresqlHasDollarQuotesEscapesAndNestedComments() {
        String text = "/* a /* b */ c */ E'it\\'s' $$; 'x'$$ $f$ $$ $f$ $1";
        assertThat(tokens(text, CodeLanguage.POSTGRESQL)).containsExactly("comment /* a /* b */ c */", "string E'it\\'s'",
                "string $$; 'x'$$",
                "string $f$ $$ $f$", "symbol $", "number 1");
        assertThat(tokens("/* a /* b */ c", CodeLanguage.PARTIQL)).containsExactly("comment /* a /* b */", "word c");
    }

    @Test
    void whatHasNoEndGoesToTheEndOfTheText() {
        assertThat(tokens("x 'open", CodeLanguage.PARTIQL)).containsExactly("word x", "string 'open …");
        assertThat(tokens("\"open", CodeLanguage.PARTIQL)).containsExactly("name \"open …");
        assertThat(tokens("/* open", CodeLanguage.POSTGRESQL)).containsExactly("comment /* open …");
        assertThat(tokens("E'\\", CodeLanguage.POSTGRESQL)).containsExactly("string E'\\ …");
        assertThat(tokens("$$ open", CodeLanguage.POSTGRESQL)).containsExactly("string $$ open …");
    }

    @Test
    void tokensOfAnyTextAreInOrderAndInside() {
        Random random = new Random(7);
        String signs = "ae'\"-/*$;.1( \n\\E";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(25), 0, signs.length()).forEach(index -> text.append(signs.charAt(index)));
            int end = 0;
            for (CodeLanguage language : CodeLanguage.values()) {
                end = 0;
                for (CodeToken token : CodeTokenizer.tokens(text.toString(), language)) {
                    assertThat(token.start()).as(text.toString()).isGreaterThanOrEqualTo(end);
                    assertThat(token.end()).as(text.toString()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
                    end = token.end();
                }
            }
        }
    }

    @Test
    void bracketsAndQuotesComeInPairsWhereThatHelps() {
        assertThat(typed('(', "size|")).isEqualTo(TypedPair.Action.PAIR);
        assertThat(typed('\'', "x = |")).isEqualTo(TypedPair.Action.PAIR);
        assertThat(typed('\'', "x = 'a|'")).isEqualTo(TypedPair.Action.STEP_OVER);
        assertThat(typed(')', "(|)")).isEqualTo(TypedPair.Action.STEP_OVER);
        for (String text : List.of("'it|", "-- it|", "it|")) {
            assertThat(typed('\'', text)).as(text).isNull();
        }
        assertThat(typed('(', "|word")).isNull();
        assertThat(typed(')', "'|)'")).isNull();
        assertThat(TypedPair.isEmptyPair("[]", 1)).isTrue();
        assertThat(TypedPair.isEmptyPair("[)", 1)).isFalse();
    }

    private static TypedPair.Action typed(char sign, String text) {
        return TypedPair.typed(sign, text.replace("|", ""), text.indexOf('|'), CodeLanguage.PARTIQL);
    }

    @Test
    void theBracketAtTheCaretHasItsOtherHalf() {
        String text = "f([1, ')'], {'a': (2)})";
        List<CodeToken> tokens = CodeTokenizer.tokens(text, CodeLanguage.PARTIQL);
        assertThat(tokens).extracting(CodeToken::kind).contains(Kind.STRING);
        assertThat(TypedPair.brackets(text, 1, tokens)).containsExactly(1, text.length() - 1);
        assertThat(TypedPair.brackets(text, text.length(), tokens)).containsExactly(1, text.length() - 1);
        assertThat(TypedPair.brackets(text, 3, tokens)).containsExactly(2, 9);
        assertThat(TypedPair.brackets(text, 6, tokens)).isEmpty();
        assertThat(TypedPair.brackets("(]", 1, CodeTokenizer.tokens("(]", CodeLanguage.PARTIQL))).isEmpty();
    }
}
