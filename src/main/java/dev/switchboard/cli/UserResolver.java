package dev.switchboard.cli;

import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.Participant;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import dev.switchboard.users.User;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resolves handles on the command line, with or without an at sign, to users. */
final class UserResolver {
    private static final Messages TEXT = Messages.of(UserResolver.class);

    private UserResolver() {}

    /**
     * Returns the user with a handle.
     *
     * @throws InvalidInputException if PostgreSQL has no such user
     */
    static User named(Session session, String handle) {
        User user = session.users()
                .byHandle(handle)
                .orElseThrow(() -> new InvalidInputException("user_unknown", TEXT.get("user.unknown", Quote.of(User.bareHandle(handle))),
                        TEXT.get("user.unknown.remedy")));
        if (user.uuid().isBlank()) {
            throw new InvalidInputException("user_no_uuid", TEXT.get("user.no-uuid", user.handle()), TEXT.get("user.no-uuid.remedy"));
        }
        return user;
    }

    /** Returns the user with a handle as a participant of conversations. */
    static Participant person(Session session, String handle) {
        return Participant.of(named(session, handle));
    }

    /**
     * Returns the user who receives a message.
     *
     * @throws InvalidInputException if the user does not exist or is the sender
     */
    static Participant receiver(Session session, Participant sender, String handle) {
        Participant receiver = session.users().byHandle(handle).map(Participant::of).orElse(null);
        check(MessageRules.checkReceiver(sender, handle, receiver));
        return Objects.requireNonNull(receiver);
    }

    /** Throws the violation of a rule, if there is one. */
    static void check(@Nullable InvalidInputException broken) {
        if (broken != null) {
            throw broken;
        }
    }
}
