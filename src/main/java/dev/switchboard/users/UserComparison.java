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
 */
public record UserComparison(
        List<Entry> same,
        List<Entry> changed,
        List<Entry> fresh,
        List<Entry> noSuchHandle,
        List<Entry> noHandle,
        List<Entry> duplicateHandle,
        List<Entry> onlyInPostgres) {

    /**
     * A Cognito user, a user, or both.
     *
     * @param cognitoSub the ID of the Cognito user; null if there is none
     * @param uuid the ID of the user; null if there is none
     * @param previous the Cognito ID that the user has now; may be null
     * @param username the username in the user pool; empty if there is no Cognito user
     */
    public record Entry(
            @Nullable String handle, @Nullable String sub, @Nullable String uuid, @Nullable String previous, String username) {}

    public UserComparison {
        same = List.copyOf(same);
        changed = List.copyOf(changed);
        fresh = List.copyOf(fresh);
        noSuchHandle = List.copyOf(noSuchHandle);
        noHandle = List.copyOf(noHandle);
        duplicateHandle = List.copyOf(duplicateHandle);
        onlyInPostgres = List.copyOf(onlyInPostgres);
    }

    /** The matches that a sync would write: the added and the changed ones. */
    public List<Entry> toApply() {
        List<Entry> entries = new ArrayList<>(fresh);
        entries.addAll(changed);
        return entries;
    }

    /** Whether there is any difference between the user pool and PostgreSQL. */
    public boolean hasFindings() {
        return !(changed.isEmpty()
                && fresh.isEmpty()
                && noSuchHandle.isEmpty()
                && noHandle.isEmpty()
                && duplicateHandle.isEmpty()
                && onlyInPostgres.isEmpty());
    }

    /** Compares all Cognito users with all users. */
    public static UserComparison of(List<PoolUser> logins, List<User> users) {
        return new Sorter(users).sort(logins);
    }

    /** Builds the lists. */
    private static final class Sorter {
        private final List<Entry> same = new ArrayList<>();
        private final List<Entry> changed = new ArrayList<>();
        private final List<Entry> fresh = new ArrayList<>();
        private final List<Entry> noSuchHandle = new ArrayList<>();
        private final List<Entry> noHandle = new ArrayList<>();
        private final List<Entry> duplicateHandle = new ArrayList<>();
        private final Map<String, List<User>> users = new LinkedHashMap<>();

        Sorter(List<User> all) {
            all.forEach(user -> users.computeIfAbsent(user.handle(), handle -> new ArrayList<>(1)).add(user));
        }

        UserComparison sort(List<PoolUser> logins) {
            Map<String, Integer> logInsOfHandle = new HashMap<>();
            logins.forEach(login -> {
                if (login.handle() != null) {
                    logInsOfHandle.merge(login.handle(), 1, Integer::sum);
                }
            });
            logins.forEach(login -> sort(login, logInsOfHandle.getOrDefault(login.handle(), 0) > 1));
            Set<String> withLogin = logInsOfHandle.keySet();
            List<Entry> onlyInPostgres = users.values().stream()
                    .flatMap(List::stream)
                    .filter(user -> !withLogin.contains(user.handle()))
                    .map(user -> new Entry(user.handle(), null, user.uuid(), user.cognitoUserId(), ""))
                    .toList();
            return new UserComparison(same, changed, fresh, noSuchHandle, noHandle, duplicateHandle, onlyInPostgres);
        }

        private void sort(PoolUser login, boolean handleTwice) {
            @Nullable String handle = login.handle();
            if (handle == null || login.sub() == null) {
                noHandle.add(entry(login, null));
                return;
            }
            List<User> found = users.getOrDefault(handle, List.of());
            @Nullable User user = found.isEmpty() ? null : found.getFirst();
            if (handleTwice || found.size() > 1) {
                duplicateHandle.add(entry(login, user));
            } else if (user == null) {
                noSuchHandle.add(entry(login, null));
            } else if (!user.synced()) {
                fresh.add(entry(login, user));
            } else {
                (login.sub().equals(user.cognitoUserId()) ? same : changed).add(entry(login, user));
            }
        }

        private static Entry entry(PoolUser login, @Nullable User user) {
            return new Entry(
                    login.handle(),
                    login.sub(),
                    user == null ? null : user.uuid(),
                    user == null ? null : user.cognitoUserId(),
                    login.username());
        }
    }
}
