package dev.switchboard.users;

import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The users in PostgreSQL. A handle may be given with its {@code @} and is case-sensitive. */
public final class UserDirectory {
    private static final Sql ALL = Sql.file("users/all");
    private static final Sql BY_HANDLE = Sql.file("users/by_handle");
    private static final Sql SEARCH = Sql.file("users/search");
    private static final Sql UNSYNCED = Sql.file("users/unsynced");
    private static final Sql COUNTS = Sql.file("users/counts");
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

    private static User user(Row row) {
        return new User(
                row.text("uuid"),
                row.text("display_name"),
                row.text("handle"),
                row.string("email"),
                row.string("cognito_user_id"),
                Objects.requireNonNullElse(row.instant("created_at"), Instant.EPOCH));
    }
}
