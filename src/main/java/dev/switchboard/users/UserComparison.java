package dev.switchboard.users;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of the user pool with the users in PostgreSQL. Handles are case-sensitive. Each Cognito user is in exactly one
 * list.
 *
 * @param same the user has the correct Cognito ID
 * @param changed the user has another Cognito ID
 * @param added the user has no Cognito ID yet: {@code MOCK}, blank or null
 * @param unknownHandle no user has the Cognito user's handle
 * @param noHandle the Cognito user has no handle or no {@code sub}
 * @param duplicateHandle several Cognito users or several users have the handle; nothing is written for it
 * @param onlyInPostgres users whose handle no Cognito user has
 * @param incomplete users without a UUID or a handle; nothing is written for them
 */
public record UserComparison(
        List<UserMatch> same,
        List<UserMatch> changed,
        List<UserMatch> added,
        List<UserMatch> unknownHandle,
        List<UserMatch> noHandle,
        List<UserMatch> duplicateHandle,
        List<UserMatch> onlyInPostgres,
        List<UserMatch> incomplete) {

    /**
     * A Cognito user, a user, or both.
     *
     * @param cognitoSub the ID of the Cognito user; null if there is none
     * @param uuid the ID of the user; null if there is none
     * @param previous the Cognito ID that the user has now; may be null
     * @param username the username in the user pool; empty if there is no Cognito user
     */
    public record UserMatch(
            @Nullable String handle, @Nullable String cognitoSub, @Nullable String uuid, @Nullable String previous, String username) {}

    public UserComparison {
        same = List.copyOf(same);
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        unknownHandle = List.copyOf(unknownHandle);
        noHandle = List.copyOf(noHandle);
        duplicateHandle = List.copyOf(duplicateHandle);
        onlyInPostgres = List.copyOf(onlyInPostgres);
        incomplete = List.copyOf(incomplete);
    }

    /** The matches that a sync would write: the added and the changed ones. */
    public List<UserMatch> toApply() {
        List<UserMatch> matches = new ArrayList<>(added);
        matches.addAll(changed);
        return matches;
    }

    /** The same comparison without the changed users, so that a sync of it writes only the missing Cognito IDs. */
    UserComparison withoutChanged() {
        return new UserComparison(same, List.of(), added, unknownHandle, noHandle, duplicateHandle, onlyInPostgres, incomplete);
    }

    /** The same comparison with only those matches to apply whose user has one of these UUIDs. */
    public UserComparison only(Set<String> uuids) {
        return new UserComparison(
                same, chosen(changed, uuids), chosen(added, uuids), unknownHandle, noHandle, duplicateHandle, onlyInPostgres, incomplete);
    }

    private static List<UserMatch> chosen(List<UserMatch> matches, Set<String> uuids) {
        return matches.stream().filter(match -> match.uuid() != null && uuids.contains(match.uuid())).toList();
    }

    /** Whether there is any difference between the user pool and PostgreSQL. */
    public boolean hasDifferences() {
        return !(changed.isEmpty()
                && added.isEmpty()
                && unknownHandle.isEmpty()
                && noHandle.isEmpty()
                && duplicateHandle.isEmpty()
                && onlyInPostgres.isEmpty()
                && incomplete.isEmpty());
    }

    /** Compares all Cognito users with all users. */
    public static UserComparison of(List<PoolUser> poolUsers, List<User> users) {
        return new Builder(users).build(poolUsers);
    }

    /** Builds the lists. */
    private static final class Builder {
        private final List<UserMatch> same = new ArrayList<>();
        private final List<UserMatch> changed = new ArrayList<>();
        private final List<UserMatch> added = new ArrayList<>();
        private final List<UserMatch> unknownHandle = new ArrayList<>();
        private final List<UserMatch> noHandle = new ArrayList<>();
        private final List<UserMatch> duplicateHandle = new ArrayList<>();
        private final List<UserMatch> incomplete = new ArrayList<>();
        private final Map<String, List<User>> users = new LinkedHashMap<>();

        Builder(List<User> all) {
            for (User user : all) {
                if (user.identified()) {
                    users.computeIfAbsent(user.handle(), handle -> new ArrayList<>(1)).add(user);
                } else {
                    incomplete.add(new UserMatch(blankToNull(user.handle()), null, blankToNull(user.uuid()), user.cognitoSub(), ""));
                }
            }
        }

        private static @Nullable String blankToNull(String text) {
            return text.isBlank() ? null : text;
        }

        UserComparison build(List<PoolUser> poolUsers) {
            Map<String, Integer> usersByHandle = new HashMap<>();
            poolUsers.forEach(poolUser -> {
                if (poolUser.handle() != null) {
                    usersByHandle.merge(poolUser.handle(), 1, Integer::sum);
                }
            });
            poolUsers.forEach(poolUser -> add(poolUser, usersByHandle.getOrDefault(poolUser.handle(), 0) > 1));
            Set<String> handlesInPool = usersByHandle.keySet();
            List<UserMatch> onlyInPostgres = users.values().stream()
                    .flatMap(List::stream)
                    .filter(user -> !handlesInPool.contains(user.handle()))
                    .map(user -> new UserMatch(user.handle(), null, user.uuid(), user.cognitoSub(), ""))
                    .toList();
            return new UserComparison(same, changed, added, unknownHandle, noHandle, duplicateHandle, onlyInPostgres, incomplete);
        }

        private void add(PoolUser poolUser, boolean duplicate) {
            @Nullable String handle = poolUser.handle();
            if (handle == null || poolUser.cognitoSub() == null) {
                noHandle.add(match(poolUser, null));
                return;
            }
            List<User> found = users.getOrDefault(handle, List.of());
            @Nullable User user = found.isEmpty() ? null : found.getFirst();
            if (duplicate || found.size() > 1) {
                duplicateHandle.add(match(poolUser, user));
            } else if (user == null) {
                unknownHandle.add(match(poolUser, null));
            } else if (!user.synced()) {
                added.add(match(poolUser, user));
            } else {
                (poolUser.cognitoSub().equals(user.cognitoSub()) ? same : changed).add(match(poolUser, user));
            }
        }

        private static UserMatch match(PoolUser poolUser, @Nullable User user) {
            return new UserMatch(
                    poolUser.handle(),
                    poolUser.cognitoSub(),
                    user == null ? null : user.uuid(),
                    user == null ? null : user.cognitoSub(),
                    poolUser.username());
        }
    }
}
