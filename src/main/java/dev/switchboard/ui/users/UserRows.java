package dev.switchboard.ui.users;

import dev.switchboard.users.User;
import dev.switchboard.users.UserComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Combines users and a comparison into rows sorted by handle. Called off the JavaFX thread, because there can be 100,000 rows. */
final class UserRows {
    private static final Comparator<UserRow> BY_HANDLE = Comparator.comparing(row -> row.handle().toLowerCase(Locale.ROOT));
    private final Map<String, User> byUuid = new HashMap<>();
    private final List<UserRow> rows = new ArrayList<>();

    private UserRows(List<User> users) {
        users.stream().filter(user -> !user.uuid().isEmpty()).forEach(user -> byUuid.put(user.uuid(), user));
    }

    /** Rows without a comparison. */
    static List<UserRow> of(List<User> users) {
        return users.stream()
                .map(user -> row(user, user.identified() ? UserState.NOT_COMPARED : UserState.INCOMPLETE))
                .sorted(BY_HANDLE)
                .toList();
    }

    /** Rows with a comparison. */
    static List<UserRow> of(List<User> users, UserComparison comparison) {
        UserRows made = new UserRows(users);
        made.add(comparison.same(), UserState.SAME);
        made.add(comparison.added(), UserState.NEW);
        made.add(comparison.changed(), UserState.CHANGED);
        made.add(comparison.unknownHandle(), UserState.NO_SUCH_HANDLE);
        made.add(comparison.noHandle(), UserState.NO_HANDLE);
        made.add(comparison.duplicateHandle(), UserState.HANDLE_TWICE);
        made.add(comparison.onlyInPostgres(), UserState.ONLY_IN_POSTGRES);
        // By the users themselves, because a match of one without a UUID does not tell which it is.
        users.stream().filter(user -> !user.identified()).map(user -> row(user, UserState.INCOMPLETE)).forEach(made.rows::add);
        made.rows.sort(BY_HANDLE);
        return made.rows;
    }

    private static UserRow row(User user, UserState state) {
        String key = user.uuid().isEmpty() ? "@" + user.handle() : user.uuid();
        return new UserRow(key, user.handle(), user.displayName(), text(user.email()), text(user.cognitoSub()), "", "", state);
    }

    private void add(List<UserComparison.UserMatch> entries, UserState state) {
        for (UserComparison.UserMatch entry : entries) {
            User user = byUuid.get(text(entry.uuid()));
            String username = text(entry.username());
            rows.add(new UserRow(
                    user == null ? username : user.uuid(),
                    text(entry.handle()),
                    user == null ? "" : user.displayName(),
                    user == null ? "" : text(user.email()),
                    user == null ? text(entry.previous()) : text(user.cognitoSub()),
                    text(entry.cognitoSub()),
                    username,
                    state));
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
