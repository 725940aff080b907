package dev.switchboard.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompleterTest {
    private static final List<Completion> NAMES = List.of(
            Completion.table("chat-messages", "\"chat-messages\""), Completion.table("users", "users"),
            Completion.index("users", "by-email", "\"by-email\""),
            Completion.column("users", "handle", "handle"), Completion.column("users", "email", "email"),
            Completion.column("chat-messages", "message", "message"));

    /** The text has the caret at the vertical bar. */
    private static Completer.Offer offer(String text, boolean asked) {
        int caret = text.indexOf('|');
        return Completer.at(text.replace("|", ""), caret, CodeLanguage.PARTIQL, NAMES, asked);
    }

    private static List<String> labels(String text) {
        return offer(text, true).words().stream().map(Completion::label).toList();
    }

    @Test
    void aStatementBeginsWithAKeyword() {
        assertThat(labels("se|").getFirst()).isEqualTo("SELECT");
        assertThat(labels("SELECT 1; up|")).containsExactly("UPDATE");
        assertThat(offer("|", false).words()).isEmpty();
        assertThat(offer("|", true).words()).isNotEmpty();
    }

    @Test
    void tablesFollowFromAndOnlyTheyDo() {
        assertThat(labels("SELECT * FROM |")).containsExactly("chat-messages", "users");
        assertThat(labels("select * from u|")).containsExactly("users");
        assertThat(labels("UPDATE \"ch|")).containsExactly("chat-messages");
    }

    @Test
    void aQuotedNameIsReplacedWithItsQuotes() {
        Completer.Offer offer = offer("SELECT * FROM \"ch|\" WHERE", false);
        assertThat(offer.words()).singleElement().extracting(Completion::insert).isEqualTo("\"chat-messages\"");
        assertThat(List.of(offer.start(), offer.end())).containsExactly(14, 18);
    }

    @Test
    void columnsOfTheTablesInTheTextComeFirst() {
        assertThat(labels("SELECT * FROM users WHERE e|").getFirst()).isEqualTo("email");
        assertThat(labels("SELECT * FROM users WHERE |")).contains("handle", "email").doesNotContain("message");
        assertThat(labels("SELECT | FROM \"chat-messages\"")).contains("message").doesNotContain("email");
    }

    @Test
    void indexesFollowATableAndColumnsAnythingElse() {
        assertThat(labels("SELECT * FROM users.|")).containsExactly("by-email");
        assertThat(labels("SELECT * FROM users WHERE users.h|")).containsExactly("handle");
    }

    @Test
    void nothingIsOfferedInStringsCommentsAndNumbers() {
        for (String text : List.of("SELECT 'se|", "SELECT 'se|'", "-- se|", "/* se|", "/* se| */", "SELECT 12|")) {
            assertThat(labels(text)).as(text).isEmpty();
        }
        assertThat(labels("SELECT '' se|")).isNotEmpty();
    }
}
