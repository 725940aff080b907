package dev.switchboard.doctor.users;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.users.PoolUser;
import java.util.HashSet;
import java.util.Set;

/** {@code cognito-id-stale}: the Cognito ID of a user is that of a user of the pool. */
public final class StaleCognitoIds implements UsersCheck {
    @Override
    public DataCheck check() {
        return DataCheck.COGNITO_ID_STALE;
    }

    @Override
    public boolean needsWholePool() {
        return true;
    }

    @Override
    public void users(UsersAndPool all, FindingSink sink) {
        Set<String> subs = new HashSet<>();
        all.poolUsers().stream().map(PoolUser::cognitoSub).forEach(sub -> subs.add(String.valueOf(sub)));
        all.users().stream()
                .filter(user -> user.synced() && !subs.contains(String.valueOf(user.cognitoSub())))
                .forEach(user -> sink.add(check(), UsersCheck.subject(user).with("sub", user.cognitoSub()),
                        String.valueOf(user.cognitoSub())));
    }
}
