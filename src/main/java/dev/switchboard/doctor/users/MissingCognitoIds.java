package dev.switchboard.doctor.users;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;

/** {@code cognito-id-missing}: each user has a Cognito ID. */
public final class MissingCognitoIds implements UsersCheck {
    @Override
    public DataCheck check() {
        return DataCheck.COGNITO_ID_MISSING;
    }

    @Override
    public void users(UsersAndPool all, FindingSink sink) {
        all.users().stream()
                .filter(user -> !user.synced())
                .forEach(user -> sink.add(check(), UsersCheck.subject(user), user.handle()));
    }
}
