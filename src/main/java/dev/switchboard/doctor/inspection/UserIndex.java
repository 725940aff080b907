package dev.switchboard.doctor.inspection;

import dev.switchboard.users.User;
import dev.switchboard.users.UserDirectory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users by UUID, as they were when the checks began. Before somebody is reported, the user is read again, because the checks take a while
 * and users are added and renamed meanwhile. Used by one thread.
 */
final class UserIndex {
    private static final int MOST_LOOKUPS = 100;
    private final UserDirectory directory;
    private final Set<String> fresh = new HashSet<>();
    private Map<String, User> users;
    private boolean allFresh;

    UserIndex(UserDirectory directory) {
        this.directory = directory;
        users = read();
    }

    private Map<String, User> read() {
        Map<String, User> all = new HashMap<>();
        directory.all().stream().filter(user -> !user.uuid().isBlank()).forEach(user -> all.put(user.uuid(), user));
        return all;
    }

    /** Returns a user as known so far; null if there is none. */
    @Nullable
    User known(String uuid) {
        return users.get(uuid);
    }

    /** Returns a user, read no earlier than the first time that this was asked; null if there is none. */
    @Nullable
    User current(String uuid) {
        if (!allFresh && fresh.add(uuid)) {
            if (fresh.size() > MOST_LOOKUPS) {
                users = read();
                allFresh = true;
            } else {
                List<User> found = directory.byUuids(List.of(uuid));
                if (found.isEmpty()) {
                    users.remove(uuid);
                } else {
                    users.put(uuid, found.getFirst());
                }
            }
        }
        return users.get(uuid);
    }
}
