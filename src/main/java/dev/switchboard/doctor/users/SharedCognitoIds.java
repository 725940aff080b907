package dev.switchboard.doctor.users;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.users.PoolUser;
import dev.switchboard.users.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code cognito-id-shared}: a Cognito ID belongs to one user, which is the one with the handle of the pool, or else the first. Each other one
 * is a finding.
 */
public final class SharedCognitoIds implements UsersCheck {
    @Override
    public DataCheck check() {
        return DataCheck.COGNITO_ID_SHARED;
    }

    @Override
    public void users(UsersAndPool all, FindingSink sink) {
        Map<String, @Nullable String> handles = new HashMap<>();
        for (PoolUser user : all.poolUsers()) {
            if (user.cognitoSub() != null) {
                handles.put(user.cognitoSub(), user.handle());
            }
        }
        Map<String, List<User>> bySub = new LinkedHashMap<>();
        all.users().stream()
                .filter(User::synced)
                .forEach(user -> bySub.computeIfAbsent(String.valueOf(user.cognitoSub()), sub -> new ArrayList<>(1)).add(user));
        bySub.forEach((sub, users) -> {
            if (users.size() > 1) {
                User rightful = users.stream().filter(user -> user.handle().equals(handles.get(sub))).findFirst().orElse(users.getFirst());
                users.stream().filter(user -> !user.equals(rightful)).forEach(
                        user -> sink.add(check(), UsersCheck.subject(user).with("sub", sub), sub, rightful.handle()));
            }
        });
    }
}
