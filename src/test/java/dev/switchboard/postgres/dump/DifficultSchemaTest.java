package dev.switchboard.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.admin.DatabaseAdministrator;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A drop is either refused with the name of what its backup would not hold, or its backup restores exactly what was there. */
@Timeout(120)
class DifficultSchemaTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(DifficultSchema.class)
    void withPgDumpEverythingIsRestored(DifficultSchema schema) throws SQLException {
        PostgresEngine engine = ServerWithPrograms.freshDatabase();
        try (PostgresFixture dev = PostgresFixture.on(engine.url(), engine.password())) {
            DatabaseBackups backups = new DatabaseBackups(dev.database, folder, InstantSource.system(), ServerWithPrograms.PROGRAMS);
            assumeTrue(backups.method().serverMajor() >= schema.since, "this server does not know it");
            DatabaseAdministrator administrator = new DatabaseAdministrator(dev.database, backups, null);
            fill(dev, engine, schema);
            restores(dev, engine, administrator, schema);
            assertThat(backups.list()).singleElement().satisfies(backup -> assertThat(backup.program()).startsWith("pg_dump "));
        }
    }

    @ParameterizedTest
    @EnumSource(DifficultSchema.class)
    void withoutPgDumpItIsRestoredOrRefusedByName(DifficultSchema schema) throws Exception {
        PostgresEngine engine = TestEngines.freshDatabase();
        try (PostgresFixture dev = PostgresFixture.on(engine.url(), engine.password())) {
            DatabaseAdministrator administrator = dev.administrator(folder);
            fill(dev, engine, schema);
            if (schema.refused == null) {
                restores(dev, engine, administrator, schema);
                return;
            }
            DatabaseContents before = dev.backups(folder).contents(Progress.NONE);
            assertThatThrownBy(() -> administrator.drop(new DatabaseDropRequest(engine.database(), true), Progress.NONE))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining(schema.refused);
            assertThatThrownBy(administrator::dropPlan).as("before anyone confirms").hasMessageContaining(schema.refused);
            assertThat(before.differences(dev.backups(folder).contents(Progress.NONE), true, true)).isEmpty();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
            administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
        }
    }

    private static void fill(PostgresFixture dev, PostgresEngine engine, DifficultSchema schema) throws SQLException {
        try (Connection connection = TestEngines.connect(engine, engine.database()); Statement statement = connection.createStatement()) {
            for (String one : schema.statements) {
                statement.execute(one);
            }
        }
        assertThat(dev.database.url().database()).isEqualTo(engine.database());
    }

    private static void restores(
            PostgresFixture dev, PostgresEngine engine, DatabaseAdministrator administrator, DifficultSchema schema) throws SQLException {
        DatabaseContents before = contents(dev);
        Path backup = Objects.requireNonNull(
                administrator.drop(new DatabaseDropRequest(engine.database(), true), Progress.NONE).backup());
        DatabaseRestoreResult restored = administrator.restore(backup, Progress.NONE);
        assertThat(restored.notSet()).isEmpty();
        assertThat(before.differences(contents(dev), true, true)).isEmpty();
        assertThat(seen(dev, schema)).isEqualTo(expected(schema));
        try (Connection connection = TestEngines.connect(engine, "postgres"); Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT FROM pg_database WHERE datname LIKE 'switchboard_check%'").next())
                    .as("a temporary database is left").isFalse();
        }
        administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
    }

    private static DatabaseContents contents(PostgresFixture dev) {
        return dev.database.inTransaction(transaction -> DatabaseContents.read(transaction, Progress.NONE));
    }

    private static String seen(PostgresFixture dev, DifficultSchema schema) {
        List<String> seen = dev.database.changing(
                Intent.event("test", "Reading.", ""), List.of(), transaction -> transaction.query(new Sql("seen", schema.query), Map.of()),
                rows -> "")
                .stream().map(row -> row.text("seen")).toList();
        return String.join(", ", seen);
    }

    private static String expected(DifficultSchema schema) {
        return switch (schema) {
            case GENERATED_COLUMN_THAT_CALLS_A_FUNCTION -> "1 abc, 2 def";
            case VIEW_THAT_READS_A_NEWER_VIEW -> "2";
            case FUNCTION_THAT_RETURNS_ROWS_OF_A_VIEW -> "3";
            case COLUMN_DEFAULT_OF_A_VIEW -> "from the view";
            case NOT_NULL_THAT_IS_NOT_VALID -> "1";
            case SEQUENCES_NEVER_CALLED -> "7 1000 42 500";
            case CYCLE_OF_FOREIGN_KEYS_AND_A_TRIGGER -> "once!";
            case PARTITIONS_DOMAINS_POLICIES_AND_LARGE_OBJECTS -> "1 11large";
            case CHECK_WHOSE_TEXT_CHANGES_ON_RESTORE -> "a";
        };
    }
}
