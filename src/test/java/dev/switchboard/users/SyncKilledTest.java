package dev.switchboard.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestSql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A kill during a sync leaves PostgreSQL as it was. */
class SyncKilledTest {
    private static final int USERS = 500;
    private final PostgresFixture dev = PostgresFixture.dev();
    private final UserDirectory users = new UserDirectory(dev.database);

    @AfterEach
    void close() {
        dev.close();
    }

    /** The console that will be killed: it says when it has begun, and then syncs. */
    public static final class Victim {
        public static void main(String[] arguments) {
            try (PostgresFixture other = PostgresFixture.on(arguments[0], System.getenv("PGPASSWORD"));
                    PoolFixture none = new PoolFixture(URI.create("http://127.0.0.1:9"), "none")) {
                UserDirectory directory = new UserDirectory(other.database);
                List<PoolUser> logins = directory.all().stream()
                        .map(user -> new PoolUser(user.handle(), "sub-" + user.handle(), user.handle(), null, "CONFIRMED", true))
                        .toList();
                UserComparison comparison = UserComparison.of(logins, directory.all());
                System.out.println("begins");
                new UserSync(directory, none.pool, other.database).apply(comparison, Progress.NONE);
                System.out.println("done");
            }
        }
    }

    private static Sql sql(String text) {
        return new Sql("test", text);
    }

    @Test
    void everyIdIsAsItWasBefore() throws IOException, InterruptedException {
        dev.setup().loadSchema(Progress.NONE);
        TestSql.update(dev.database, sql("INSERT INTO public.users (display_name, handle, email) "
                + "SELECT 'U', 'user' || n, 'e' FROM generate_series(1, :n::int) AS n"),
                Map.of("n", USERS));
        // Each row takes its time, so that the kill comes while some are written and others are not.
        TestSql.update(dev.database,
                sql("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.02); RETURN NEW; END $$"),
                Map.of());
        TestSql.update(dev.database, sql("CREATE TRIGGER slow BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION slow()"),
                Map.of());

        Process victim = start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("begins");
            awaitUpdate();
            // By its handle, because the process itself would close its output, which is still to be read.
            assertThat(victim.toHandle().destroyForcibly()).isTrue();
            assertThat(victim.waitFor()).isNotZero();
            assertThat(out.readLine()).as("it had not come to its end").isNull();
        }
        awaitEnd();
        assertThat(users.counts()).isEqualTo(new UserDirectory.Counts(USERS, USERS));
    }

    private Process start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(JavaProcess.java(List.of(), Victim.class.getName(), dev.url.withoutPassword()));
        builder.environment().put("PGPASSWORD", dev.url.properties().getProperty("password"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private long updating() {
        return dev.database.query(
                sql("SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
                        + "AND state = 'active' AND query LIKE '%unnest%' AND wait_event = 'PgSleep'"),
                Map.of())
                .getFirst()
                .number("n");
    }

    private void awaitUpdate() {
        while (updating() == 0) {
            Thread.onSpinWait();
        }
    }

    /** The server notices the loss of its client at the next write; we end the session as it would. */
    private void awaitEnd() {
        dev.database.query(
                sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() "
                        + "AND pid <> pg_backend_pid() AND query LIKE '%unnest%' AND state = 'active'"),
                Map.of());
    }
}
