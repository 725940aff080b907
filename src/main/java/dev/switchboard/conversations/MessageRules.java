package dev.switchboard.conversations;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import org.jspecify.annotations.Nullable;

/** The rules for messages, with the codes that the web application uses. Each check returns null if the rule is met. */
public final class MessageRules {
    /** The maximum length in code points, as the web application counts them. */
    public static final int LONGEST = 1024;

    private static final Messages TEXT = Messages.of(MessageRules.class);

    private MessageRules() {}

    /** Checks {@code message_blank} and {@code message_exceed_max_chars}. */
    public static @Nullable InvalidInputException check(String text) {
        if (text.isBlank()) {
            return failure("message_blank");
        }
        int length = length(text);
        return length > LONGEST ? failure("message_exceed_max_chars", length, LONGEST) : null;
    }

    /** The length of a message in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Checks {@code message_group_uuid_blank}. */
    public static @Nullable InvalidInputException checkGroup(String groupUuid) {
        return groupUuid.isBlank() ? failure("message_group_uuid_blank") : null;
    }

    /**
     * Checks {@code cognito_user_id_blank}: the sender must be a user, whose handle is copied to the message.
     *
     * @param sender null if the user was not found
     */
    public static @Nullable InvalidInputException checkSender(@Nullable Participant sender) {
        if (sender == null || sender.uuid().isBlank()) {
            return failure("cognito_user_id_blank");
        }
        return sender.handle().isBlank() ? failure("user_sender_handle_blank") : null;
    }

    /**
     * Checks {@code user_reciever_handle_blank} (so spelled in the web application), {@code user_receiver_unknown} and {@code
     * user_receiver_oneself}.
     *
     * @param handle the handle as typed, with or without {@code @}
     * @param receiver the user with this handle; null if not found
     */
    public static @Nullable InvalidInputException checkReceiver(Participant sender, String handle, @Nullable Participant receiver) {
        String name = handle.strip().replaceFirst("^@", "");
        if (name.isBlank()) {
            return failure("user_reciever_handle_blank");
        }
        if (receiver == null || receiver.uuid().isBlank()) {
            return failure("user_receiver_unknown", Quote.of(name));
        }
        return receiver.uuid().equals(sender.uuid()) ? failure("user_receiver_oneself") : null;
    }

    private static InvalidInputException failure(String code, Object... arguments) {
        return new InvalidInputException(code, TEXT.get(code, arguments), TEXT.get(code + ".remedy"));
    }
}
