package dev.switchboard.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.admin.SqlRunner;
import dev.switchboard.postgres.sql.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of users of another version of the application: columns that are missing, NULL, or of other types. */
class ForeignUsersTest {
    private static final String UUID = "0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a01";
    private final PostgresFixture dev = PostgresFixture.dev();
    private final UserDirectory users = new UserDirectory(dev.database);
    private final SqlRunner sql = new SqlRunner(dev.database);

    @AfterEach
    void close() {
        sql.run("DROP SCHEMA IF EXISTS own CASCADE", Progress.NONE);
        dev.close();
    }

    private void run(String script) {
        sql.run(script, Progress.NONE);
    }

    /** A table without constraints with one user, whose values a test then changes. */
    private void table() {
        run("CREATE TABLE public.users (uuid uuid, display_name text, handle text, email text, cognito_user_id text, created_at timestamptz);"
                + "INSERT INTO users VALUES ('" + UUID + "', 'Ada', 'ada', 'a@example.org', 'MOCK', now())");
    }

    private static PoolUser poolUser(String handle) {
        return new PoolUser(handle, "sub-" + handle, handle, null, "CONFIRMED", true);
    }

    private UserComparison compare(String... handles) {
        return UserComparison.of(Arrays.stream(handles).map(ForeignUsersTest::poolUser).toList(), users.all());
    }

    private long written(UserComparison comparison) {
        return dev.database.changing(
                Intent.event("test", "Syncing.", ""), List.of(),
                transaction -> transaction.update(Sql.file("users/apply_cognito_ids"),
                        CognitoSubChanges.of(comparison.toApply()).parameters()),
                String::valueOf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuid", "display_name", "handle", "email", "cognito_user_id", "created_at"})
    void aColumnThatIsNullIsShownAsMissing(String column) {
        table();
        run("UPDATE users SET " + column + " = NULL");
        readsEverywhere(column);
        assertThat(users.missingColumns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuid", "display_name", "handle", "email", "cognito_user_id", "created_at"})
    void aColumnThatDoesNotExistIsShownAsMissingAndNamed(String column) {
        table();
        run("ALTER TABLE users DROP COLUMN " + column);
        readsEverywhere(column);
        assertThat(users.missingColumns()).containsExactly(column);
    }

    private void readsEverywhere(String column) {
        User user = users.all().getFirst();
        assertThat(user.missing()).containsExactly(column);
        assertThat(users.first(5)).containsExactly(user);
        assertThat(users.search("ada", 5)).hasSize(1);
        assertThat(users.counts()).isEqualTo(new UserDirectory.Counts(1, 1));
        assertThat(users.byHandle("ada").isPresent()).isEqualTo(!column.equals("handle"));
        boolean incomplete = column.equals("uuid") || column.equals("handle");
        assertThat(user.identified()).isEqualTo(!incomplete);
        UserComparison comparison = compare("ada");
        assertThat(comparison.incomplete()).hasSize(incomplete ? 1 : 0);
        assertThat(comparison.toApply()).hasSize(incomplete ? 0 : 1);
        if (!comparison.toApply().isEmpty() && !users.missingColumns().contains("cognito_user_id")) {
            assertThat(written(comparison)).isEqualTo(comparison.toApply().size());
        }
    }

    @Test
    void aTableWithNoneOfTheColumnsCanBeRead() {
        run("CREATE TABLE public.users (id int, name text); INSERT INTO users VALUES (1, 'Ada'), (2, NULL)");
        assertThat(users.all()).hasSize(2).allSatisfy(user -> assertThat(user.missing()).hasSize(6));
        assertThat(users.missingColumns()).containsExactly("uuid", "display_name", "handle", "email", "cognito_user_id", "created_at");
        assertThat(compare("ada").incomplete()).hasSize(2);
        assertThat(users.counts()).isEqualTo(new UserDirectory.Counts(2, 2));
    }

    @Test
    void severalUsersWithoutAHandleAreNotUsersOfOneHandle() {
        table();
        run("INSERT INTO users (uuid, handle) VALUES (gen_random_uuid(), NULL), (gen_random_uuid(), NULL), (gen_random_uuid(), ''), (NULL, 'bob')");
        UserComparison comparison = compare("ada", "bob");
        assertThat(comparison.incomplete()).hasSize(4);
        assertThat(comparison.added()).extracting(UserComparison.UserMatch::handle).containsExactly("ada");
        assertThat(comparison.unknownHandle()).extracting(UserComparison.UserMatch::handle).containsExactly("bob");
        assertThat(comparison.duplicateHandle()).isEmpty();
        assertThat(written(comparison)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"text", "varchar(36)", "char(36)", "uuid"})
    void theUuidCanBeOfAnotherType(String type) {
        table();
        run("ALTER TABLE users ALTER COLUMN uuid TYPE " + type + " USING uuid::" + type);
        assertThat(users.byHandle("ada").orElseThrow().uuid()).isEqualTo(UUID);
        assertThat(written(compare("ada"))).isEqualTo(1);
        assertThat(users.byHandle("ada").orElseThrow().cognitoSub()).isEqualTo("sub-ada");
    }

    @ParameterizedTest
    @CsvSource({"handle,varchar(30)", "handle,name", "display_name,varchar", "email,varchar(200)", "cognito_user_id,varchar(50)",
        "created_at,timestamp", "created_at,date", "created_at,text"})
    void otherColumnsCanBeOfOtherTypes(String column, String type) {
        table();
        run("ALTER TABLE users ALTER COLUMN " + column + " TYPE " + type + " USING " + column + "::" + type);
        assertThat(users.all()).singleElement().satisfies(user -> assertThat(user.handle()).isEqualTo("ada"));
        assertThat(users.byHandle("ada")).isPresent();
        assertThat(written(compare("ada"))).isEqualTo(1);
    }

    @Test
    void aCognitoIdOfTypeUuidIsWritten() {
        run("CREATE TABLE public.users (uuid int, handle text, cognito_user_id uuid); INSERT INTO users VALUES (1, 'ada', NULL)");
        PoolUser ada = new PoolUser("ada", UUID, "ada", null, "CONFIRMED", true);
        assertThat(written(UserComparison.of(List.of(ada), users.all()))).isEqualTo(1);
        assertThat(users.byHandle("ada").orElseThrow().cognitoSub()).isEqualTo(UUID);
    }

    @Test
    void timesOutsideTheCalendarAreNoObstacle() {
        table();
        run("INSERT INTO users (uuid, handle, created_at) VALUES (gen_random_uuid(), 'b', 'infinity'), (gen_random_uuid(), 'c', '-infinity'),"
                + " (gen_random_uuid(), 'd', '0044-03-15 BC')");
        assertThat(users.all()).hasSize(4).filteredOn(user -> user.createdAt() != null).hasSize(1);
    }

    @Test
    void moreColumnsAndAViewAreRead() {
        run("CREATE SCHEMA own; CREATE TABLE own.people (uuid uuid, handle text, bio text, \"Größe\" int);"
                + "INSERT INTO own.people VALUES ('" + UUID + "', 'ada', 'x', 1);"
                + "CREATE VIEW public.users AS SELECT *, NULL::text AS cognito_user_id FROM own.people");
        assertThat(users.all()).singleElement().satisfies(user -> assertThat(user.uuid()).isEqualTo(UUID));
        assertThat(users.missingColumns()).containsExactly("display_name", "email", "created_at");
        assertThatThrownBy(() -> written(compare("ada"))).isInstanceOf(OperationFailedException.class);
    }

    @Test
    void aTableOfAnotherSchemaIsNotReadButNamed() {
        run("CREATE SCHEMA own; CREATE TABLE own.users (uuid uuid, handle text); INSERT INTO own.users VALUES (gen_random_uuid(), 'other')");
        assertThat(users.missingColumns()).isEmpty();
        assertThat(users.otherSchemas()).containsExactly("own");
        assertThatThrownBy(users::all).isInstanceOf(OperationFailedException.class).hasMessageContaining("Table not found");
        table();
        dev.database.inTransaction(transaction -> transaction.execute("test", "SET LOCAL search_path = own", 1));
        assertThat(users.all()).extracting(User::handle).containsExactly("ada");
    }

    @Test
    void aSyncWithoutTheColumnIsRefusedByName() {
        table();
        run("ALTER TABLE users DROP COLUMN cognito_user_id");
        UserSync sync = new UserSync(users, new UserPool(null, () -> ""), dev.database);
        assertThatThrownBy(() -> sync.apply(compare("ada"), Progress.NONE))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("no column cognito_user_id")
                .hasMessageContaining("ALTER TABLE public.users ADD COLUMN cognito_user_id text");
        assertThat(dev.database.query(new Sql("count", "SELECT count(*) AS n FROM users"), Map.of())).hasSize(1);
    }

    @Test
    void aHandleIsStillFoundByItsIndex() {
        dev.setup().loadSchema(Progress.NONE);
        run("INSERT INTO users (display_name, handle, email) SELECT 'U', 'user' || n, 'e' FROM generate_series(1, 20000) AS n; ANALYZE users");
        String named = Sql.resource("sql/users/by_handle.sql").replace(":handle", "'user77'").replaceAll("--.*", "");
        String plan = String.valueOf(sql.run("EXPLAIN " + named, Progress.NONE).getFirst().rows());
        assertThat(plan).contains("users_handle_key");
    }
}
