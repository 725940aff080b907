package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.environment.AwsClients;
import dev.switchboard.environment.Environment;
import dev.switchboard.environment.WriteLock;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.local.userpool.PoolLogin;
import dev.switchboard.postgres.Database;
import dev.switchboard.postgres.DatabaseSetup;
import dev.switchboard.postgres.HostPort;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.PostgresUrl;
import dev.switchboard.postgres.Sql;
import dev.switchboard.testing.Fault;
import dev.switchboard.testing.FaultyTcp;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.users.Comparison;
import dev.switchboard.users.UserDirectory;
import dev.switchboard.users.UserPool;
import dev.switchboard.users.UserSync;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes the ids of 200 logins over, which are four pages. */
final class SyncOperation implements Operation {
    private static final int USERS = 200;
    private static final UserPoolEngine POOL =
            TestEngines.pool(IntStream.range(0, USERS).mapToObj(i -> PoolLogin.of("sub-" + i, "user" + i)).toList());
    private static final PostgresFixture POSTGRES = filled();

    private static PostgresFixture filled() {
        PostgresFixture fixture = PostgresFixture.dev();
        new DatabaseSetup(fixture.database).loadSchema(Progress.NONE);
        fixture.database.update(
                new Sql("fill", "INSERT INTO public.users (display_name, handle, email) "
                        + "SELECT 'U', 'user' || n, 'e' FROM generate_series(0, :last::int) AS n"),
                Map.of("last", USERS - 1));
        return fixture;
    }

    private final UserDirectory directory = new UserDirectory(POSTGRES.database);

    private static UserSync sync(AwsClients clients, Database database) {
        return new UserSync(new UserDirectory(database), new UserPool(clients, POOL::poolId), database);
    }

    @Override
    public URI engine() {
        return POOL.endpoint();
    }

    @Override
    public Object alone() {
        return POSTGRES;
    }

    @Override
    public void prepare() {
        POSTGRES.database.update(new Sql("reset", "UPDATE public.users SET cognito_user_id = 'MOCK'"), Map.of());
    }

    @Override
    public void run(AwsClients clients, Progress progress) {
        UserSync sync = sync(clients, POSTGRES.database);
        sync.apply(sync.compare(progress), progress);
    }

    /** Applies a comparison through a connection that fares badly. */
    @Nullable Explanation applyThrough(String mark, Fault fault, boolean cancelled) throws InterruptedException {
        AwsClients clients = TestAws.clients(engine());
        Comparison comparison = sync(clients, POSTGRES.database).compare(Progress.NONE);
        HostPort server = POSTGRES.url.hosts().getFirst();
        try (FaultyTcp between = new FaultyTcp(server.host(), server.port(), mark, fault, 1)) {
            String through = POSTGRES.url.withoutPassword().replace(":" + server.port() + "/", ":" + between.port() + "/");
            PostgresUrl url =
                    PostgresUrl.parse(through).withPassword(Objects.requireNonNull(POSTGRES.url.properties().getProperty("password")));
            try (Database database = new Database(
                    () -> url, new WriteLock(Environment.DEV, InstantSource.system()), new ActivityLog(), FaultTableTest.SHORT)) {
                @Nullable Explanation failure = Cell.run(
                        progress -> {
                            sync(clients, database).apply(comparison, progress);
                            return null;
                        },
                        cancelled ? () -> between.struck() > 0 : null);
                assertThat(between.struck()).as("the fault struck").isPositive();
                return failure;
            }
        }
    }

    @Override
    public void check(@Nullable Explanation failure) {
        UserDirectory.Counts counts = directory.counts();
        if (failure == null) {
            assertThat(counts.unsynced()).isZero();
            return;
        }
        assertThat(counts.unsynced()).as("all or nothing").isIn(0L, (long) USERS);
        if (counts.unsynced() == 0) {
            assertThat(failure.sentence()).contains("not known");
        }
        run(TestAws.clients(engine()), Progress.NONE);
        assertThat(directory.counts()).as("a second run completes it").isEqualTo(new UserDirectory.Counts(USERS, 0));
    }
}
