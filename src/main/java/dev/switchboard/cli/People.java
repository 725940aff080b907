package dev.switchboard.cli;

import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.Person;
import dev.switchboard.failure.BadInput;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import dev.switchboard.users.User;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Users as they are named on the command line: by handle, with or without the at sign. */
final class People {
    private static final Messages TEXT = Messages.of(People.class);

    private People() {}

    /**
     * The user of that handle.
     *
     * @throws BadInput where Postgres knows none
     */
    static User named(Session session, String handle) {
        return session.users()
                .byHandle(handle)
                .orElseThrow(() -> new BadInput("user_unknown", TEXT.get("user.unknown", Quote.of(bare(handle))), TEXT.get("user.unknown.remedy")));
    }

    /** The same, as somebody who takes part in conversations. */
    static Person person(Session session, String handle) {
        return person(named(session, handle));
    }

    /**
     * The user who is written to.
     *
     * @throws BadInput where that is nobody, or the sender
     */
    static Person receiver(Session session, Person sender, String handle) {
        Person receiver = session.users().byHandle(handle).map(People::person).orElse(null);
        check(MessageRules.checkReceiver(sender, handle, receiver));
        return Objects.requireNonNull(receiver);
    }

    private static Person person(User user) {
        return new Person(user.uuid(), user.handle(), user.displayName());
    }

    /** Throws what a rule has to say, if it has. */
    static void check(@Nullable BadInput broken) {
        if (broken != null) {
            throw broken;
        }
    }

    /** The handle without the at sign. */
    static String bare(String handle) {
        return handle.startsWith("@") ? handle.substring(1) : handle;
    }
}
