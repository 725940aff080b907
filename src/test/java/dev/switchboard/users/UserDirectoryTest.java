package dev.switchboard.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.TestSql;
import dev.switchboard.users.DatabaseSetup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows {@code sql/users/uuid_from_cognito_user_id}, {@code sql/users/create_message_users}. */
class UserDirectoryTest {
    private final PostgresFixture dev = PostgresFixture.dev();
    private final UserDirectory users = new UserDirectory(dev.database);

    @BeforeEach
    void seed() {
        DatabaseSetup setup = dev.setup();
        setup.loadSchema(Progress.NONE);
        setup.seed(Progress.NONE);
    }

    @AfterEach
    void close() {
        dev.close();
    }

    @Test
    void aUserIsFoundByHandleWithOrWithoutTheSign() {
        User ada = users.byHandle("@ada").orElseThrow();
        assertThat(ada).isEqualTo(users.byHandle("ada").orElseThrow());
        assertThat(ada.displayName()).isEqualTo("Ada Lindqvist");
        assertThat(ada.email()).isEqualTo("ada@example.org");
        assertThat(ada.synced()).isFalse();
        assertThat(users.byHandle("Ada")).isEmpty();
        assertThat(users.byHandle("o'; DROP TABLE users; --")).isEmpty();
    }

    @Test
    void searchLooksAtHandleNameAndAddressWithoutCase() {
        assertThat(users.search("AYDIN", 10)).isEmpty();
        assertThat(users.search("aydın", 10)).extracting(User::handle).containsExactly("emre");
        assertThat(users.search("@FIN", 10)).extracting(User::handle).containsExactly("finn");
        assertThat(users.search("example.org", 3)).extracting(User::handle).containsExactly("ada", "bruno", "chidi");
        assertThat(users.search("%", 10)).isEmpty();
    }

    @Test
    void theyAreCounted() {
        assertThat(users.counts()).isEqualTo(new UserDirectory.Counts(6, 6));
    }

    @Test
    void aHundredThousandAreRead() {
        String many = "INSERT INTO public.users (display_name, handle, email) "
                + "SELECT 'User ' || n, 'user' || n, n || '@example.org' FROM generate_series(1, 100000) AS n";
        TestSql.update(dev.database, new Sql("many", many), Map.of());
        List<User> all = users.all();
        assertThat(all).hasSize(100_006);
        assertThat(all.getFirst().handle()).isEqualTo("ada");
    }
}
