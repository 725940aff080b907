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

/** Users as they are named on the command line: by handle, with or without the at sign. */
final class UserResolver {
    private static final Messages TEXT = Messages.of(UserResolver.class);

    private UserResolver() {}

    /**
     * The user of that handle.
     *
     * @throws InvalidInputException where Postgres knows none
     */
    static User named(Session session, String handle) {
        return session.users()
                .byHandle(handle)
                .orElseThrow(() -> new InvalidInputException("user_unknown", TEXT.get("user.unknown", Quote.of(User.bareHandle(handle))),
                        TEXT.get("user.unknown.remedy")));
    }

    /** The same, as somebody who takes part in conversations. */
    static Participant person(Session session, String handle) {
        return Participant.of(named(session, handle));
    }

    /**
     * The user who is written to.
     *
     * @throws InvalidInputException where that is nobody, or the sender
     */
    static Participant receiver(Session session, Participant sender, String handle) {
        Participant receiver = session.users().byHandle(handle).map(Participant::of).orElse(null);
        check(MessageRules.checkReceiver(sender, handle, receiver));
        return Objects.requireNonNull(receiver);
    }

    /** Throws what a rule has to say, if it has. */
    static void check(@Nullable InvalidInputException broken) {
        if (broken != null) {
            throw broken;
        }
    }
}
