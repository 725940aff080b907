package dev.switchboard.users;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the logins of the pool and the users in PostgreSQL fit together. Handles compare exactly. Each login stands in one list.
 *
 * @param same the user carries this login's id
 * @param changed the user carries the id of another login
 * @param fresh the user carries no id yet: {@code MOCK}, blank or none
 * @param noSuchHandle no user has the login's handle
 * @param noHandle the login has no handle, or the pool tells no id
 * @param duplicateHandle several logins, or several users, have the handle; nothing is applied for it
 * @param onlyInPostgres users whose handle no login has
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
     * A login, a user, or both.
     *
     * @param sub the login's id; null for a user without a login
     * @param uuid the user's; null for a login without a user
     * @param previous the id that the user carries now; null where there is none
     * @param username the pool's name of the login; empty for a user without one
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

    /** What a sync would write: the new and the changed ones. */
    public List<Entry> toApply() {
        List<Entry> entries = new ArrayList<>(fresh);
        entries.addAll(changed);
        return entries;
    }

    /** Whether there is anything to look at: everything but pairs that fit. */
    public boolean hasFindings() {
        return !(changed.isEmpty()
                && fresh.isEmpty()
                && noSuchHandle.isEmpty()
                && noHandle.isEmpty()
                && duplicateHandle.isEmpty()
                && onlyInPostgres.isEmpty());
    }

    /** Compares every login with every user. */
    public static UserComparison of(List<PoolUser> logins, List<User> users) {
        return new Sorter(users).sort(logins);
    }

    /** The lists while they fill. */
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
