package dev.switchboard.doctor.users;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import dev.switchboard.users.User;

/** A check of the users of both stores. */
public interface UsersCheck {
    DataCheck check();

    /** Whether it needs to know all users of the pool. */
    default boolean needsWholePool() {
        return false;
    }

    void users(UsersAndPool all, FindingSink sink);

    /** The subject of a finding about a user in PostgreSQL. */
    static Subject subject(User user) {
        return Subject.of("user", user.uuid()).with("handle", user.handle());
    }
}
