package dev.switchboard.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.connection.PasswordResolver;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A password that is changed on the server while the session runs: the new one is used as soon as it is known. */
@Timeout(60)
class PasswordRotationTest {
    private static final Sql ONE = new Sql("test", "SELECT 1 AS one");
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private PostgresEngine engine;

    @TempDir
    private Path home;

    @BeforeEach
    void role() throws SQLException {
        engine = TestEngines.freshDatabase();
        admin("DROP ROLE IF EXISTS rotated", "CREATE ROLE rotated LOGIN PASSWORD 'first'");
    }

    @AfterEach
    void drop() throws SQLException {
        admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'rotated'", "DROP ROLE rotated");
    }

    private void admin(String... statements) throws SQLException {
        try (Connection connection = TestEngines.connect(engine, engine.database()); Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private void rotate(String password) throws SQLException {
        admin("ALTER ROLE rotated PASSWORD '" + password + "'",
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'rotated'");
    }

    private Database database(Map<String, String> variables) {
        PostgresUrl url =
                PostgresUrl.parse("postgresql://rotated@127.0.0.1:" + engine.port() + "/" + engine.database() + "?sslmode=disable");
        PasswordResolver passwords = new PasswordResolver(variables, home, place -> {
            asked.add(place.target());
            return answers.poll();
        });
        return new Database(
                () -> passwords.fill(url), new WritePermits(Environment.DEV.policy().newLock(InstantSource.system()), TestJournal.dev()),
                new ActivityLog());
    }

    private static long one(Database database) {
        return database.query(ONE, Map.of()).getFirst().number("one");
    }

    /** A connection that the server ended is noticed by the first statement on it, where it was used a moment ago. */
    private static OperationFailedException refused(Database database) {
        for (int i = 0; i < 3; i++) {
            try {
                one(database);
            } catch (OperationFailedException e) {
                if (e.sentence().contains("does not accept the password")) {
                    return e;
                }
            }
        }
        throw new AssertionError("the old password was never refused");
    }

    @Test
    void theNewOneIsAskedForAndUsed() throws Exception {
        answers.addAll(List.of("first", "second"));
        try (Database database = database(Map.of())) {
            assertThat(one(database)).isEqualTo(1);
            rotate("second");
            assertThat(refused(database)).hasMessageContaining("does not accept the password");
            for (int i = 0; i < 3; i++) {
                assertThat(one(database)).isEqualTo(1);
            }
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void aWrongOneIsRefusedAndTheNextIsUsed() throws Exception {
        answers.addAll(List.of("first", "wrong", "second"));
        try (Database database = database(Map.of())) {
            one(database);
            rotate("second");
            refused(database);
            assertThatThrownBy(() -> one(database)).hasMessageContaining("does not accept the password");
            assertThat(one(database)).isEqualTo(1);
            assertThat(asked).hasSize(3);
        }
    }

    @Test
    void aChangedPasswordFileIsReadAgain() throws Exception {
        passwordFile("first");
        try (Database database = database(Map.of())) {
            one(database);
            passwordFile("second");
            rotate("second");
            refused(database);
            assertThat(one(database)).isEqualTo(1);
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void theVariableIsTriedAgainAndNamed() throws Exception {
        try (Database database = database(Map.of("PGPASSWORD", "first"))) {
            one(database);
            rotate("second");
            assertThat(refused(database).remedy()).contains("PGPASSWORD");
            rotate("first");
            assertThat(one(database)).isEqualTo(1);
        }
    }

    @Test
    void aTransactionThatRunsIsNotEndedByANewPassword() throws Exception {
        answers.addAll(List.of("first", "second"));
        try (Database database = database(Map.of())) {
            database.inTransaction(outer -> {
                outer.query(ONE, Map.of());
                try {
                    admin("ALTER ROLE rotated PASSWORD 'second'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                refused(database);
                assertThat(one(database)).as("beside it, with the new one").isEqualTo(1);
                assertThat(outer.query(ONE, Map.of())).hasSize(1);
                return 1;
            });
            assertThat(one(database)).isEqualTo(1);
        }
    }

    private void passwordFile(String password) throws IOException {
        Path file = Files.writeString(home.resolve(".pgpass"), "*:*:*:rotated:" + password + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
