package dev.switchboard.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.testing.TestEngines;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A database that does not exist is reported as soon as the server says so, at each check. */
class MissingDatabaseTest {
    private static final Sql ANY = new Sql("test", "SELECT 1 AS one");

    /** A pool waits at least a second; the quickest of some is not slowed down by what else the machine does. */
    private static final Duration WITHOUT_A_PAUSE = Duration.ofMillis(800);

    private final PostgresEngine engine = TestEngines.freshDatabase();

    private static Duration check(Database database, String name) {
        long started = System.nanoTime();
        assertThatThrownBy(() -> database.query(ANY, Map.of())).isInstanceOf(OperationFailedException.class).hasMessageContaining(name);
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static Duration quickest(Database database, String name) {
        return IntStream.range(0, 4).mapToObj(i -> check(database, name)).min(Duration::compareTo).orElseThrow();
    }

    @Test
    void oneThatWasNeverCreated() {
        String missing = "missing_" + UUID.randomUUID().toString().substring(0, 8);
        try (PostgresFixture none = PostgresFixture.on(engine.url().replace(engine.database(), missing), engine.password())) {
            assertThat(quickest(none.database, missing)).isLessThan(WITHOUT_A_PAUSE);
        }
    }

    @Test
    void oneThatAnotherProcessDropped() throws Exception {
        try (PostgresFixture open = PostgresFixture.on(engine.url(), engine.password())) {
            open.database.query(ANY, Map.of());
            try (Connection other = TestEngines.connect(engine, "postgres");
                    Statement drop = other.createStatement()) {
                drop.execute("DROP DATABASE \"" + engine.database() + "\" WITH (FORCE)");
            }
            // The pool may hand out the connection that the drop ended.
            assertThatThrownBy(() -> open.database.query(ANY, Map.of())).isInstanceOf(OperationFailedException.class);
            assertThat(quickest(open.database, engine.database())).isLessThan(WITHOUT_A_PAUSE);
        }
    }

    @Test
    void oneThatIsCreatedLaterIsUsedThen() throws Exception {
        String later = "later_" + UUID.randomUUID().toString().substring(0, 8);
        try (PostgresFixture open = PostgresFixture.on(engine.url().replace(engine.database(), later), engine.password())) {
            check(open.database, later);
            try (Connection other = TestEngines.connect(engine, "postgres");
                    Statement create = other.createStatement()) {
                create.execute("CREATE DATABASE " + later);
            }
            assertThat(open.database.query(ANY, Map.of())).hasSize(1);
        }
    }
}
