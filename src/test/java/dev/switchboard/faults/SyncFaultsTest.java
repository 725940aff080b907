package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.connection.HostPort;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import dev.switchboard.testing.TestPoolUsers;
import dev.switchboard.users.UserComparison;
import dev.switchboard.users.UserDirectory;
import dev.switchboard.users.UserPool;
import dev.switchboard.users.UserSync;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sync of users under every fault of the pool's side and of the database's: all ids or none, and what is not known is said to be so. */
class SyncFaultsTest {
    private static final int USERS = 130;
    private static final UserPoolEngine POOL =
            TestEngines.pool(IntStream.range(0, USERS).mapToObj(i -> TestPoolUsers.of("sub-" + i, "user" + i)).toList());
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private final FailureExplainer explanations = new FailureExplainer(List.of(new AwsFailureExplainer(), new PostgresFailureExplainer()));
    private final PostgresFixture postgres = PostgresFixture.dev();
    private final UserDirectory directory = new UserDirectory(postgres.database);

    @BeforeEach
    void fill() {
        postgres.setup().loadSchema(Progress.NONE);
        postgres.insertUsers(USERS);
    }

    @AfterEach
    void empty() {
        postgres.close();
    }

    static Stream<Arguments> poolFaults() {
        return EnumSet.complementOf(EnumSet.of(Fault.UNPROCESSED)).stream()
                .flatMap(fault -> Stream.of(false, true).map(forEver -> Arguments.of(fault, forEver)));
    }

    @ParameterizedTest(name = "{0}, for ever: {1}")
    @MethodSource("poolFaults")
    void thePoolFails(Fault fault, boolean forEver) throws Exception {
        try (FaultyHttpProxy faults = new FaultyHttpProxy(POOL.endpoint())) {
            try (AwsClients clients = FaultFixture.clients(faults.uri(), TestJournal.dev(), FaultFixture.HASTY)) {
                faults.happen(fault, Set.of("ListUsers"), 1, forEver ? Integer.MAX_VALUE : 1);
                UserSync sync = sync(clients, postgres.database);
                Runnable cancel = forEver && (fault == Fault.THROTTLED || fault == Fault.SILENT) ? faults::awaitMet : null;
                @Nullable String said = ended(() -> sync.apply(sync.compare(Progress.NONE), Progress.NONE), cancel);
                assertThat(said == null).as("a fault that passes is survived: " + said).isEqualTo(!forEver || fault == Fault.DELAY);
                allOrNone(said);
            }
        }
    }

    static Stream<Arguments> databaseFaults() {
        return Stream.of("UPDATE", "COMMIT")
                .flatMap(mark -> Stream.of(Fault.DELAY, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.SILENT)
                        .map(fault -> Arguments.of(mark, fault)));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("databaseFaults")
    void theDatabaseFails(String mark, Fault fault) throws Exception {
        UserComparison comparison = sync(TestAws.clients(POOL.endpoint()), postgres.database).compare(Progress.NONE);
        HostPort server = postgres.url.hosts().getFirst();
        @Nullable String said;
        try (FaultyTcpProxy faults = new FaultyTcpProxy(server.host(), server.port(), mark, fault, 1)) {
            String through = postgres.url.withoutPassword().replace(":" + server.port() + "/", ":" + faults.port() + "/");
            PostgresUrl url =
                    PostgresUrl.parse(through).withPassword(Objects.requireNonNull(postgres.url.properties().getProperty("password")));
            WriteLock open = Environment.DEV.policy().newLock(InstantSource.system());
            try (Database database =
                    new Database(() -> url, new WritePermits(open, TestJournal.dev()), new ActivityLog(), FaultFixture.HASTY)) {
                said = ended(() -> sync(TestAws.clients(POOL.endpoint()), database).apply(comparison, Progress.NONE), null);
                assertThat(faults.struck()).as("the fault struck").isPositive();
            }
        }
        // The connection is gone now on the server's side too, and with it the locks of what was under way.
        assertThat(said == null).as(said).isEqualTo(fault == Fault.DELAY);
        assertThat(fault == Fault.DELAY || !mark.equals("COMMIT") || String.valueOf(said).contains("is unknown")).as(said).isTrue();
        allOrNone(said);
    }

    /**
     * How it was said to have ended; null where it ended well.
     *
     * @param cancel returns when somebody stops it; null where nobody does
     */
    private @Nullable String ended(Runnable work, @Nullable Runnable cancel) throws InterruptedException {
        List<RuntimeException> thrown = new ArrayList<>();
        Thread operator = Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        });
        if (cancel != null) {
            cancel.run();
            operator.interrupt();
        }
        assertThat(operator.join(LONGEST)).as("it ends").isTrue();
        if (thrown.isEmpty()) {
            return null;
        }
        Explanation explanation = explanations.of(thrown.getFirst());
        assertThat(explanation.expected()).as("in words: " + thrown.getFirst()).isTrue();
        return explanation.sentence();
    }

    private void allOrNone(@Nullable String said) {
        long unsynced = directory.counts().unsynced();
        assertThat(unsynced).as("all or none").isIn(0L, (long) USERS);
        assertThat(said != null || unsynced == 0).isTrue();
        assertThat(unsynced == 0 && said != null ? said : "is unknown").as("it is done, and it was said").contains("is unknown");
        UserSync sync = sync(TestAws.clients(POOL.endpoint()), postgres.database);
        sync.apply(sync.compare(Progress.NONE), Progress.NONE);
        assertThat(directory.counts()).as("done again it is complete").isEqualTo(new UserDirectory.Counts(USERS, 0));
    }

    private static UserSync sync(AwsClients clients, Database database) {
        return new UserSync(new UserDirectory(database), new UserPool(clients, POOL::poolId), database);
    }
}
