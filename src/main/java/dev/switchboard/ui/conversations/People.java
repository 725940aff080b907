package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Person;
import dev.switchboard.users.User;

/** Users as conversations name them. */
final class People {
    private People() {}

    static Person of(User user) {
        return new Person(user.uuid(), user.handle(), user.displayName());
    }

    /** The display name, or the handle where a row carries none. */
    static String name(Person person) {
        if (!person.displayName().isBlank()) {
            return person.displayName();
        }
        return person.handle().isBlank() ? "—" : "@" + person.handle();
    }
}
