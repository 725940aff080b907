package dev.switchboard.doctor.users;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import dev.switchboard.users.PoolUser;
import dev.switchboard.users.User;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code pool-user-unmatched}: a user of the pool has a handle, and PostgreSQL has it too. */
public final class UnmatchedPoolUsers implements UsersCheck {
    @Override
    public DataCheck check() {
        return DataCheck.POOL_USER_UNMATCHED;
    }

    @Override
    public void users(UsersAndPool all, FindingSink sink) {
        Set<String> handles = new HashSet<>();
        all.users().stream().map(User::handle).forEach(handles::add);
        for (PoolUser user : all.poolUsers()) {
            @Nullable String handle = user.handle();
            Subject subject = Subject.of("sub", user.cognitoSub()).with("handle", handle);
            if (handle == null) {
                sink.addAs("none", check(), subject, user.username());
            } else if (!handles.contains(handle)) {
                sink.addAs("unknown", check(), subject, handle);
            }
        }
    }
}
