package dev.switchboard.doctor.data;

import dev.switchboard.users.PoolUser;
import dev.switchboard.users.User;
import java.util.List;

/**
 * The users in both stores.
 *
 * @param poolComplete whether these are all users of the pool
 */
record UsersAndPool(List<User> users, List<PoolUser> poolUsers, boolean poolComplete) {
    UsersAndPool {
        users = List.copyOf(users);
        poolUsers = List.copyOf(poolUsers);
    }
}
