package dev.switchboard.conversations;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import org.jspecify.annotations.Nullable;

/** What a message must keep before it is sent, with the names that the web application gives these rules. Each answers null where all is well. */
public final class MessageRules {
    /** Characters of the longest message, counted as code points, as the web application counts them. */
    public static final int LONGEST = 1024;

    private static final Messages TEXT = Messages.of(MessageRules.class);

    private MessageRules() {}

    /** {@code message_blank} and {@code message_exceed_max_chars}. */
    public static @Nullable InvalidInputException check(String text) {
        if (text.isBlank()) {
            return bad("message_blank");
        }
        int length = length(text);
        return length > LONGEST ? bad("message_exceed_max_chars", length, LONGEST) : null;
    }

    /** How long a message is, in the characters that the limit counts. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** {@code message_group_uuid_blank}. */
    public static @Nullable InvalidInputException checkGroup(String groupUuid) {
        return groupUuid.isBlank() ? bad("message_group_uuid_blank") : null;
    }

    /**
     * {@code cognito_user_id_blank}: whoever sends must be a user.
     *
     * @param sender null where there is no such user
     */
    public static @Nullable InvalidInputException checkSender(@Nullable Participant sender) {
        return sender == null || sender.uuid().isBlank() ? bad("cognito_user_id_blank") : null;
    }

    /**
     * {@code user_reciever_handle_blank} (so spelled), {@code user_receiver_unknown} and {@code user_receiver_oneself}.
     *
     * @param handle what was typed, with or without an at sign
     * @param receiver the user of that handle, null where there is none
     */
    public static @Nullable InvalidInputException checkReceiver(Participant sender, String handle, @Nullable Participant receiver) {
        String name = handle.strip().replaceFirst("^@", "");
        if (name.isBlank()) {
            return bad("user_reciever_handle_blank");
        }
        if (receiver == null || receiver.uuid().isBlank()) {
            return bad("user_receiver_unknown", Quote.of(name));
        }
        return receiver.uuid().equals(sender.uuid()) ? bad("user_receiver_oneself") : null;
    }

    private static InvalidInputException bad(String code, Object... arguments) {
        return new InvalidInputException(code, TEXT.get(code, arguments), TEXT.get(code + ".remedy"));
    }
}
