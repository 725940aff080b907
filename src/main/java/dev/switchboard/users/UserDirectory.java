package dev.switchboard.users;

import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The users in PostgreSQL. A handle may be given with its {@code @} and is case-sensitive. */
public final class UserDirectory {
    private static final Sql ALL = Sql.file("users/all");
    private static final Sql BY_HANDLE = Sql.file("users/by_handle");
    private static final Sql BY_UUIDS = Sql.file("users/by_uuids");
    private static final Sql SEARCH = Sql.file("users/search");
    private static final Sql UNSYNCED = Sql.file("users/unsynced");
    private static final Sql COUNTS = Sql.file("users/counts");
    private static final Sql MISSING_COLUMNS = Sql.file("users/missing_columns");
    private static final Sql ELSEWHERE = Sql.file("users/elsewhere");
    private final Database database;

    public UserDirectory(Database database) {
        this.database = database;
    }

    /** The number of users, and how many of them have no Cognito ID. */
    public record Counts(long users, long unsynced) {}

    /** Returns all users, ordered by handle. */
    public List<User> all() {
        return database.query(ALL, Map.of()).stream().map(UserDirectory::user).toList();
    }

    /** Returns the first users, ordered by handle. */
    public List<User> first(int most) {
        return search("", most);
    }

    /** Returns the user with a handle. */
    public Optional<User> byHandle(String handle) {
        return first(database.query(BY_HANDLE, Map.of("handle", User.bareHandle(handle))));
    }

    /** Returns the users with these UUIDs, ordered by handle; those that do not exist are missing. */
    public List<User> byUuids(List<String> uuids) {
        return database.query(BY_UUIDS, Map.of("uuids", uuids)).stream().map(UserDirectory::user).toList();
    }

    /**
     * Returns the users whose handle, display name or email address contains a text, ignoring case, ordered by handle.
     *
     * @param most the maximum number
     */
    public List<User> search(String text, int most) {
        return database.query(SEARCH, Map.of("text", User.bareHandle(text), "most", most)).stream().map(UserDirectory::user).toList();
    }

    /** Returns the first users without a Cognito ID whose handle no other user has, so that a sync could add one, ordered by handle. */
    public List<User> unsynced(int most) {
        return database.query(UNSYNCED, Map.of("most", most)).stream().map(UserDirectory::user).toList();
    }

    /** Counts the users. */
    public Counts counts() {
        Row row = database.query(COUNTS, Map.of()).getFirst();
        return new Counts(row.number("users"), row.number("unsynced"));
    }

    private static Optional<User> first(List<Row> rows) {
        return rows.stream().findFirst().map(UserDirectory::user);
    }

    /** Returns the users who can have conversations, of those that are first by handle. */
    public List<User> firstIdentified(int most) {
        return first(most).stream().filter(User::identified).toList();
    }

    /** Returns the columns of the application's schema that the table of users does not have; none if there is no table. */
    public List<String> missingColumns() {
        return database.query(MISSING_COLUMNS, Map.of()).stream().map(row -> row.text("name")).toList();
    }

    /** Returns the schemas other than {@code public} that have a table of users, which is not used. */
    public List<String> otherSchemas() {
        return database.query(ELSEWHERE, Map.of()).stream().map(row -> row.text("name")).toList();
    }

    private static User user(Row row) {
        Set<String> missing = new LinkedHashSet<>();
        for (String column : row.columns()) {
            if (row.string(column) == null) {
                missing.add(column);
            }
        }
        return new User(
                text(row, "uuid"),
                text(row, "display_name"),
                text(row, "handle"),
                row.string("email"),
                row.string("cognito_user_id"),
                row.instant("created_at"),
                missing);
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNullElse(row.string(column), "");
    }
}
