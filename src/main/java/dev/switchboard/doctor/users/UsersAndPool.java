package dev.switchboard.doctor.users;

import dev.switchboard.users.PoolUser;
import dev.switchboard.users.User;
import java.util.List;

/**
 * The users in both stores.
 *
 * @param poolComplete whether these are all users of the pool
 */
public record UsersAndPool(List<User> users, List<PoolUser> poolUsers, boolean poolComplete) {
    public UsersAndPool {
        users = List.copyOf(users);
        poolUsers = List.copyOf(poolUsers);
    }
}
