package dev.switchboard.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of the tables of the application, against a schema that differs from schema.sql. */
class SchemaCheckTest {
    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void openSessionWithSchema() {
        Home home = new Home(folder);
        Map<Setting, String> given = Map.of(
                Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(), Setting.POSTGRES_URL, TestDatabase.url());
        Settings settings = Settings.resolve(Environment.DEV, given, Map.of(), SettingsFile.read(home.settingsFile()));
        session = new Session(home, settings, InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
        session.databaseSetup().loadSchema(Progress.NONE);
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private CheckResult schemaAfter(String... statements) {
        for (String statement : statements) {
            session.sqlRunner().run(statement, Progress.NONE);
        }
        try (DoctorReport report = session.doctor().check(new CheckScope(false, Set.of("schema"), 0), Progress.NONE, result -> {})) {
            return report.results().getLast();
        }
    }

    @Test
    void theSchemaOfTheApplicationIsAccepted() {
        assertThat(schemaAfter().state()).isEqualTo(CheckState.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE public.users ALTER COLUMN uuid DROP DEFAULT, ALTER COLUMN uuid TYPE text",
                "ALTER TABLE public.users ALTER COLUMN cognito_user_id TYPE varchar(64)",
                "CREATE DOMAIN public.handle AS text; ALTER TABLE public.users ALTER COLUMN handle TYPE public.handle"
            })
    void aTypeThatTheApplicationReadsAsTextIsAccepted(String change) {
        CheckResult result = schemaAfter("ALTER TABLE public.activities DROP CONSTRAINT activities_user_uuid_fkey", change);
        assertThat(result.state()).as(result.detail()).isEqualTo(CheckState.OK);
    }

    @Test
    void aDomainOverUuidIsAccepted() {
        CheckResult result = schemaAfter(
                "ALTER TABLE public.activities DROP CONSTRAINT activities_user_uuid_fkey",
                "CREATE DOMAIN public.user_id AS uuid",
                "ALTER TABLE public.users ALTER COLUMN uuid TYPE public.user_id");
        assertThat(result.state()).as(result.detail()).isEqualTo(CheckState.OK);
    }

    @Test
    void aColumnOfAnotherTypeIsNamedWithItsType() {
        CheckResult result = schemaAfter(
                "ALTER TABLE public.users ALTER COLUMN cognito_user_id DROP DEFAULT, ALTER COLUMN cognito_user_id TYPE integer USING 7");
        assertThat(result.state()).isEqualTo(CheckState.WARNING);
        assertThat(result.detail()).contains("cognito_user_id", "integer", "db/schema.sql");
    }

    @Test
    void everythingThatDiffersIsToldAtOnce() {
        CheckResult result = schemaAfter(
                "ALTER TABLE public.users DROP COLUMN email",
                "ALTER TABLE public.users ALTER COLUMN display_name TYPE bytea USING ''");
        assertThat(result.state()).isEqualTo(CheckState.WARNING);
        assertThat(result.detail()).contains("no column email", "display_name", "bytea");
    }

    @Test
    void aHandleWithoutConstraintIsNoFinding() {
        CheckResult result = schemaAfter("ALTER TABLE public.users DROP CONSTRAINT users_handle_key");
        assertThat(result.state()).as("as in older deployments: %s", result.detail()).isEqualTo(CheckState.OK);
    }
}
