package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.dump.DatabaseBackups;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the backup before a drop is verified, for a role that owns its database and may not create another one. */
@Timeout(120)
class BackupVerifierTest {
    @TempDir
    private Path folder;

    private final PostgresEngine engine = TestEngines.freshDatabase();
    private final String role = "owner_" + engine.database();
    private PostgresFixture dev;

    @BeforeEach
    void open() throws SQLException {
        onServer("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
        onServer("ALTER DATABASE " + engine.database() + " OWNER TO " + role);
        dev = PostgresFixture.on(engine.url().replace("postgres@", role + "@"), "secret");
        try (Connection connection = TestEngines.connect(engine, engine.database()); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE public.t AS SELECT n FROM generate_series(1, 100) AS n");
            statement.execute("ALTER TABLE public.t OWNER TO " + role);
        }
    }

    @AfterEach
    void close() throws SQLException {
        dev.close();
        onServer("DROP DATABASE IF EXISTS " + engine.database() + " WITH (FORCE)");
        onServer("DROP ROLE " + role);
    }

    private void onServer(String sql) throws SQLException {
        try (Connection connection = TestEngines.connect(engine, "postgres"); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private DatabaseAdministrator administrator(@Nullable Supplier<PostgresUrl> localEngine) {
        DatabaseBackups backups = dev.backups(folder);
        return new DatabaseAdministrator(dev.database, backups, localEngine);
    }

    private DatabaseDropRequest order() {
        return new DatabaseDropRequest(engine.database(), true);
    }

    @Test
    void aRoleThatMayNotCreateDatabasesVerifiesInTheLocalEngine() throws SQLException {
        DatabaseAdministrator administrator =
                administrator(() -> PostgresUrl.parse(engine.url()).withPassword(engine.password()));
        assertThat(Objects.requireNonNull(administrator.dropPlan()).summary())
                .contains("The role " + role + " may not create databases", "to the local PostgreSQL instead");
        RecordedProgress progress = new RecordedProgress(done -> false);
        DatabaseChangeResult dropped = administrator.drop(order(), progress);
        assertThat(dropped.did()).contains("restored in a check");
        try (Connection connection = TestEngines.connect(engine, "postgres");
                Statement statement = connection.createStatement();
                ResultSet left = statement.executeQuery("SELECT FROM pg_database WHERE datname LIKE 'switchboard_check%'")) {
            assertThat(left.next()).as("the temporary database is left").isFalse();
        }
    }

    @Test
    void whereNeitherIsPossibleThatIsSaidBeforeAndAfterTheDrop() {
        DatabaseAdministrator administrator = administrator(null);
        assertThat(Objects.requireNonNull(administrator.dropPlan()).summary())
                .contains("cannot be verified by restoring it", "The role " + role + " may not create databases on this server.");
        DatabaseChangeResult dropped = administrator.drop(order(), Progress.NONE);
        assertThat(dropped.did()).doesNotContain("restored in a check").contains("You can restore it");
    }

    @Test
    void aLocalEngineThatDoesNotStartIsAReason() {
        DatabaseAdministrator administrator = administrator(() -> PostgresUrl.parse("postgresql://nobody@127.0.0.1:9/none"));
        assertThat(Objects.requireNonNull(administrator.dropPlan()).summary()).contains("cannot be verified", "127.0.0.1:9");
        assertThat(administrator.drop(order(), Progress.NONE).changed()).isTrue();
    }
}
