package dev.switchboard.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.Call;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.local.userpool.LocalPoolUser;
import dev.switchboard.local.userpool.PoolFile;
import dev.switchboard.local.userpool.UserPoolServer;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.TestPoolUsers;
import dev.switchboard.testing.TestSql;
import dev.switchboard.users.SetupStep;
import dev.switchboard.users.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row {@code db/update_cognito_user_ids}: compare first, then apply in one transaction; all or nothing. */
class UserSyncTest {
    private final PostgresFixture dev = PostgresFixture.dev();
    private final UserDirectory users = new UserDirectory(dev.database);

    @BeforeEach
    void schema() {
        dev.setup().loadSchema(Progress.NONE);
    }

    @AfterEach
    void close() {
        dev.close();
    }

    /** Of 1,000 logins each tenth lacks a handle, user1 has two, and user2000 is unknown to PostgreSQL. */
    private static List<LocalPoolUser> thousand() {
        List<LocalPoolUser> logins = new ArrayList<>(IntStream.range(0, 998)
                .mapToObj(i -> TestPoolUsers.of("sub-" + i, i % 10 == 0 ? null : "user" + i))
                .toList());
        logins.add(TestPoolUsers.of("sub-again", "user1"));
        logins.add(TestPoolUsers.of("sub-unknown", "user2000"));
        return logins;
    }

    private static UserComparison pairs(List<User> users) {
        List<PoolUser> logins = users.stream()
                .map(user -> new PoolUser(user.handle(), "sub-" + user.handle(), user.handle(), null, "CONFIRMED", true))
                .toList();
        return UserComparison.of(logins, users);
    }

    private UserSync sync(UserPool pool) {
        return new UserSync(users, pool, dev.database);
    }

    /** A sync of a comparison that was made already; it asks no pool. */
    private UserSync sync() {
        return sync(new PoolFixture(java.net.URI.create("http://127.0.0.1:9"), "none").pool);
    }

    private long unsynced() {
        return users.counts().unsynced();
    }

    @Test
    void aPoolOfAThousandOfWhichSomeLackAHandleSyncsCompletely() {
        dev.insertUsers(1_000);
        try (UserPoolServer server = new UserPoolServer(new PoolFile("local_p1", "p", thousand()), limit -> limit);
                PoolFixture fixture = new PoolFixture(server.endpoint(), server.poolId())) {
            UserSync sync = sync(fixture.pool);
            UserComparison comparison = sync.compare(Progress.NONE);
            assertThat(comparison.noHandle()).hasSize(100);
            assertThat(comparison.duplicateHandle()).hasSize(2);
            assertThat(comparison.unknownHandle()).hasSize(1);
            // user1's are two, and 998 and 999 have no login at all, like each tenth.
            assertThat(comparison.added()).hasSize(897);
            assertThat(comparison.onlyInPostgres()).hasSize(102);
            SyncResult result = sync.apply(comparison, Progress.NONE);
            assertThat(result.added()).isEqualTo(897);
            assertThat(result.sentence()).contains("897 IDs added").contains("103 Cognito users were skipped");

            UserComparison after = sync.compare(Progress.NONE);
            assertThat(after.same()).hasSize(897);
            assertThat(after.toApply()).isEmpty();
            assertThat(sync.apply(after, Progress.NONE).sentence()).startsWith("No changes: 897 users");
            assertThat(users.byHandle("user7").orElseThrow().cognitoSub()).isEqualTo("sub-7");
            assertThat(users.byHandle("user1").orElseThrow().synced()).isFalse();
        }
    }

    @Test
    void tenThousandRowsAreOneStatementInOneTransaction() {
        dev.insertUsers(10_000);
        UserComparison comparison = pairs(users.all());
        long before = dev.activity.made();
        assertThat(sync().apply(comparison, Progress.NONE).added()).isEqualTo(10_000);
        assertThat(dev.activity.made() - before).isEqualTo(1);
        assertThat(dev.activity.calls().getFirst()).returns("users/apply_cognito_ids", Call::operation);
        assertThat(unsynced()).isZero();
    }

    @Test
    void aUserChangedSinceTheComparisonStopsAllOfIt() {
        dev.insertUsers(10);
        UserComparison comparison = pairs(users.all());
        TestSql.update(dev.database, new Sql("race", "UPDATE public.users SET cognito_user_id = 'other' WHERE handle = 'user3'"), Map.of());
        assertThatThrownBy(() -> sync().apply(comparison, Progress.NONE))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("1 of 10 users changed");
        assertThat(unsynced()).isEqualTo(9);
    }

    @Test
    void aBlankIdIsReplacedToo() {
        dev.insertUsers(2);
        TestSql.update(dev.database, new Sql("blank", "UPDATE public.users SET cognito_user_id = ' ' WHERE handle = 'user1'"), Map.of());
        assertThat(sync().apply(pairs(users.all()), Progress.NONE).added()).isEqualTo(2);
        assertThat(unsynced()).isZero();
    }

    @Test
    void whileLockedNothingIsApplied() {
        dev.insertUsers(1);
        try (PostgresFixture prd = PostgresFixture.prd(dev.url);
                PoolFixture pool = new PoolFixture(java.net.URI.create("http://127.0.0.1:9"), "none")) {
            UserSync locked = new UserSync(new UserDirectory(prd.database), pool.pool, prd.database);
            assertThatThrownBy(() -> locked.apply(pairs(users.all()), Progress.NONE)).isInstanceOf(OperationRefusedException.class);
        }
        assertThat(unsynced()).isEqualTo(1);
    }

    @Test
    void aSetUpThatFailsSaysWhichPartWasDone() {
        try (PoolFixture nowhere = new PoolFixture(java.net.URI.create("http://127.0.0.1:9"), "none")) {
            UserSync sync = new UserSync(users, new UserPool(nowhere.clients, () -> {
                throw new OperationFailedException("There is no pool.", "Set one.");
            }), dev.database);
            DatabaseSetupRunner run = new DatabaseSetupRunner(dev.database, dev.administrator(), dev.setup(), sync);
            assertThatThrownBy(() -> run.run(DatabaseSetupRunner.safeSteps(), null, Progress.NONE))
                    .isInstanceOf(PartialCompletionException.class)
                    .hasMessageContaining("The step sync failed: There is no pool. Completed before: Inserted 6 users");
        }
    }

    @Test
    void aHundredThousandLoginsAreComparedAndApplied() {
        dev.insertUsers(100_000);
        List<LocalPoolUser> logins = IntStream.range(0, 100_000).mapToObj(i -> TestPoolUsers.of("sub-" + i, "user" + i)).toList();
        try (UserPoolServer server = new UserPoolServer(new PoolFile("local_p1", "p", logins), limit -> limit);
                PoolFixture fixture = new PoolFixture(server.endpoint(), server.poolId())) {
            UserSync sync = sync(fixture.pool);
            assertThat(sync.apply(sync.compare(Progress.NONE), Progress.NONE).added()).isEqualTo(100_000);
            assertThat(unsynced()).isZero();
        }
    }

    @Test
    void aSetUpAddsMissingIdsAndLeavesTheOthersAlone() {
        List<LocalPoolUser> logins = List.of(TestPoolUsers.of("sub-ada", "ada"), TestPoolUsers.of("sub-bruno", "bruno"));
        try (UserPoolServer server = new UserPoolServer(new PoolFile("local_p1", "p", logins), limit -> limit);
                PoolFixture fixture = new PoolFixture(server.endpoint(), server.poolId())) {
            DatabaseSetupRunner run = new DatabaseSetupRunner(dev.database, dev.administrator(), dev.setup(), sync(fixture.pool));
            dev.setup().loadSchema(Progress.NONE);
            dev.setup().seed(Progress.NONE);
            TestSql.update(dev.database, new Sql("own", "UPDATE public.users SET cognito_user_id = 'own' WHERE handle = 'ada'"), Map.of());

            StepResult synced = run.run(DatabaseSetupRunner.safeSteps(), null, Progress.NONE).getLast();

            assertThat(synced.did()).contains("1 ID added, 0 changed", "1 user has a different Cognito ID", "was not changed");
            assertThat(users.byHandle("ada").orElseThrow().cognitoSub()).isEqualTo("own");
            assertThat(users.byHandle("bruno").orElseThrow().cognitoSub()).isEqualTo("sub-bruno");
            StepResult again = run.run(DatabaseSetupRunner.safeSteps(), null, Progress.NONE).getLast();
            assertThat(again.changed()).isFalse();
            assertThat(again.did()).contains("1 user has a different Cognito ID");
        }
    }

    @Test
    void theWholeSetUpRunsTwiceAndSaysWhatItDid() {
        List<LocalPoolUser> logins = List.of(TestPoolUsers.of("sub-ada", "ada"), TestPoolUsers.of("sub-bruno", "bruno"));
        try (UserPoolServer server = new UserPoolServer(new PoolFile("local_p1", "p", logins), limit -> limit);
                PoolFixture fixture = new PoolFixture(server.endpoint(), server.poolId())) {
            DatabaseSetupRunner run = new DatabaseSetupRunner(dev.database, dev.administrator(), dev.setup(), sync(fixture.pool));
            List<StepResult> first = run.run(DatabaseSetupRunner.safeSteps(), null, Progress.NONE);
            assertThat(first).extracting(StepResult::step)
                    .containsExactly(SetupStep.CREATE, SetupStep.LOAD_SCHEMA, SetupStep.SEED, SetupStep.SYNC);
            assertThat(first.getLast().did()).contains("2 IDs added, 0 changed");
            assertThat(run.run(DatabaseSetupRunner.safeSteps(), null, Progress.NONE)).noneMatch(StepResult::changed);

            assertThatThrownBy(() -> run.run(java.util.EnumSet.allOf(SetupStep.class), null, Progress.NONE))
                    .isInstanceOf(OperationRefusedException.class);
            assertThat(users.counts().users()).isEqualTo(6);
            List<StepResult> scratch =
                    run.run(java.util.EnumSet.allOf(SetupStep.class), new DatabaseDropRequest(dev.url.database(), true), Progress.NONE);
            assertThat(scratch).hasSize(5).allMatch(StepResult::changed);
        }
    }
}
