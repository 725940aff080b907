package dev.switchboard.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Row services/create_message.py: the rules by the source's names, with the source's limit. */
class MessageRulesTest {
    private static final Participant ADA = new Participant("u-ada", "ada", "Ada");
    private static final Participant EMRE = new Participant("u-emre", "emre", "Emre");

    private static String code(InvalidInputException bad) {
        return bad == null ? "" : bad.code();
    }

    @Test
    void messageBlankAndMessageExceedMaxChars() {
        assertThat(code(MessageRules.check(""))).isEqualTo("message_blank");
        assertThat(code(MessageRules.check(" \n\u2003"))).isEqualTo("message_blank");
        assertThat(MessageRules.check("x".repeat(1024))).isNull();
        assertThat(code(MessageRules.check("x".repeat(1025)))).isEqualTo("message_exceed_max_chars");
        assertThat(MessageRules.check("🎹".repeat(1024))).as("counted in code points, as the web application counts").isNull();
        assertThat(MessageRules.check("🎹".repeat(1025)).sentence()).contains("1,025").contains("1,024");
    }

    @Test
    void groupSenderAndReceiverAreDemanded() {
        assertThat(code(MessageRules.checkGroup(" "))).isEqualTo("message_group_uuid_blank");
        assertThat(MessageRules.checkGroup("g")).isNull();
        assertThat(code(MessageRules.checkSender(null))).isEqualTo("cognito_user_id_blank");
        assertThat(MessageRules.checkSender(ADA)).isNull();
        assertThat(code(MessageRules.checkReceiver(ADA, " @ ", EMRE))).isEqualTo("user_reciever_handle_blank");
        assertThat(MessageRules.checkReceiver(ADA, "@emre", EMRE)).isNull();
    }

    @Test
    void anUnknownReceiverAndOneselfAreRefused() {
        InvalidInputException unknown = MessageRules.checkReceiver(ADA, "@nobody", null);
        assertThat(code(unknown)).isEqualTo("user_receiver_unknown");
        assertThat(unknown.sentence()).contains("@nobody");
        assertThat(code(MessageRules.checkReceiver(ADA, "ada", ADA))).isEqualTo("user_receiver_oneself");
    }
}
