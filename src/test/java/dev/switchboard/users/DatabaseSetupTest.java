package dev.switchboard.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.admin.DatabaseAdministrator;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.TestSql;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The steps of a database setup: create, drop, load the schema, seed. */
class DatabaseSetupTest {
    private final PostgresFixture dev = PostgresFixture.dev();
    private final DatabaseSetup setup = dev.setup();
    private final DatabaseAdministrator administrator = dev.administrator();

    @AfterEach
    void close() {
        dev.close();
    }

    private long users() {
        return dev.database.query(new Sql("count", "SELECT count(*) AS n FROM public.users"), Map.of()).getFirst().number("n");
    }

    @Test
    void everyStepRunTwiceIsSafeAndSaysWhatItDid() {
        assertThat(administrator.create(Progress.NONE).did()).contains("already existed");
        assertThat(setup.schemaPresent()).isFalse();
        assertThat(setup.loadSchema(Progress.NONE).did()).contains("2 missing tables were created");
        assertThat(setup.loadSchema(Progress.NONE)).satisfies(again -> {
            assertThat(again.did()).contains("Nothing was changed");
            assertThat(again.changed()).isFalse();
        });
        assertThat(setup.schemaPresent()).isTrue();
        assertThat(setup.seed(Progress.NONE).did()).isEqualTo("Inserted 6 users (0 already existed) and 3 posts (0 already existed).");
        assertThat(setup.seed(Progress.NONE).did()).isEqualTo("Inserted 0 users (6 already existed) and 0 posts (3 already existed).");
        assertThat(users()).isEqualTo(6);
    }

    @Test
    void theSeedLeavesAUserWhoWasThereAlone() {
        setup.loadSchema(Progress.NONE);
        String mine = "INSERT INTO public.users (display_name, handle, email, cognito_user_id) VALUES ('Mine', 'ada', 'a@b', 'real')";
        TestSql.update(dev.database, new Sql("mine", mine), Map.of());
        assertThat(setup.seed(Progress.NONE).did()).startsWith("Inserted 5 users (1 already existed) and 3 posts");
        Row ada = dev.database.query(new Sql("ada", "SELECT * FROM public.users WHERE handle = 'ada'"), Map.of()).getFirst();
        assertThat(ada.string("cognito_user_id")).isEqualTo("real");
    }

    @Test
    void aDropWantsTheTypedNameEndsSessionsAndTheNextStepsConnectAnew() {
        setup.loadSchema(Progress.NONE);
        setup.seed(Progress.NONE);
        String name = dev.url.database();
        assertThatThrownBy(() -> administrator.drop(new DatabaseDropRequest("", true), Progress.NONE))
                .isInstanceOf(OperationRefusedException.class)
                .hasMessageContaining(name);
        assertThatThrownBy(() -> administrator.drop(new DatabaseDropRequest("cruddur", true), Progress.NONE))
                .isInstanceOf(OperationRefusedException.class);
        assertThat(users()).isEqualTo(6);
        try (PostgresFixture other = PostgresFixture.prd(dev.url)) {
            other.database.query(new Sql("other", "SELECT 1"), Map.of());
            assertThat(administrator.drop(new DatabaseDropRequest(name, true), Progress.NONE).did())
                    .contains("Dropped the database " + name)
                    .contains("session");
        }
        assertThatThrownBy(setup::schemaPresent).hasMessageContaining("Database “" + name + "” not found");
        assertThat(administrator.drop(new DatabaseDropRequest(name, true), Progress.NONE).did())
                .contains("did not exist, so nothing was dropped");
        assertThat(administrator.create(Progress.NONE).did()).contains("Created the database " + name);
        setup.loadSchema(Progress.NONE);
        assertThat(users()).isZero();
    }

    @Test
    void whileLockedNoStepRuns() {
        try (PostgresFixture prd = PostgresFixture.prd(dev.url)) {
            DatabaseSetup locked = prd.setup();
            DatabaseAdministrator lockedAdministrator = prd.administrator();
            assertThatThrownBy(() -> lockedAdministrator.drop(new DatabaseDropRequest(dev.url.database(), true), Progress.NONE))
                    .isInstanceOf(OperationRefusedException.class);
            assertThatThrownBy(() -> lockedAdministrator.create(Progress.NONE)).isInstanceOf(OperationRefusedException.class);
            assertThatThrownBy(() -> locked.loadSchema(Progress.NONE)).isInstanceOf(OperationRefusedException.class);
            assertThatThrownBy(() -> locked.seed(Progress.NONE)).isInstanceOf(OperationRefusedException.class);
            assertThat(locked.schemaPresent()).isFalse();
        }
    }
}
