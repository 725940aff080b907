package dev.switchboard.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.failure.InvalidInputException;
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
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The troubleshooting lists of the source, as checks with their repairs. */
class HealthCheckerTest {
    @TempDir
    Path folder;

    private Session session(Map<Setting, String> given) {
        Home home = new Home(folder);
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString());
        settings.put(Setting.MESSAGES_TABLE, "doctor-" + Math.abs(folder.hashCode()));
        settings.put(Setting.POSTGRES_URL, TestDatabase.url());
        settings.putAll(given);
        Settings resolved =
                Settings.resolve(Environment.DEV, settings, Map.of(), SettingsFile.read(home.settingsFile()));
        return new Session(home, resolved, InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
    }

    private static List<CheckResult> check(Session session) {
        return session.doctor().check(Progress.NONE, result -> {});
    }

    @Test
    void eachFailedCheckOffersTheRepairThatMendsItAndTheNextRunIsGreen() {
        try (Session session = session(Map.of())) {
            assertThat(check(session))
                    .extracting(CheckResult::id, CheckResult::state, CheckResult::repair)
                    .containsExactly(
                            tuple("dynamodb", CheckState.OK, null),
                            tuple("postgres", CheckState.OK, null),
                            tuple("cognito", CheckState.OK, null),
                            tuple("clock", CheckState.OK, null),
                            tuple("messages-table", CheckState.FAILED, "create-table"),
                            tuple("table-settings", CheckState.SKIPPED, null),
                            tuple("schema", CheckState.FAILED, "db-setup"),
                            tuple("users", CheckState.SKIPPED, null),
                            tuple("cognito-ids", CheckState.SKIPPED, null),
                            tuple("conversation", CheckState.SKIPPED, null));

            session.databaseSetup().loadSchema(Progress.NONE);
            assertThat(repairOf(session, "users")).isEqualTo("db-seed");
            session.doctor().repair("create-table", Progress.NONE);
            session.doctor().repair("db-seed", Progress.NONE);
            assertThat(repairOf(session, "cognito-ids")).isEqualTo("users-sync");
            session.doctor().repair("users-sync", Progress.NONE);
            assertThat(repairOf(session, "conversation")).isEqualTo("seed-conversation");
            session.doctor().repair("conversation", Progress.NONE);

            assertThat(check(session)).allMatch(result -> result.state() == CheckState.OK);
        }
    }

    @Test
    void aBackendThatIsGoneFailsInWordsAndSkipsWhatStandsOnIt() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Map<Setting, String> dead = Map.of(
                Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:" + closed, Setting.POSTGRES_URL,
                "postgresql://a:b@127.0.0.1:" + closed + "/c");
        try (Session session = session(dead)) {
            List<CheckResult> results = check(session);
            assertThat(results.get(0).state()).isEqualTo(CheckState.FAILED);
            assertThat(results.get(0).detail()).contains("The endpoint refused the connection");
            assertThat(results.get(1).state()).isEqualTo(CheckState.FAILED);
            assertThat(results.get(1).detail()).contains("127.0.0.1:" + closed);
            assertThat(results.get(4).state()).isEqualTo(CheckState.SKIPPED);
            assertThat(results.get(4).detail()).contains("needs DynamoDB");
            assertThat(results.getLast().state()).isEqualTo(CheckState.SKIPPED);
        }
    }

    @Test
    void aMissingDatabaseIsRepairedByTheSetUp() {
        try (Session session = session(Map.of(Setting.POSTGRES_URL, TestDatabase.url() + "_missing"))) {
            assertThat(repairOf(session, "postgres")).isEqualTo("db-setup");
            assertThat(session.doctor().repair("db-setup", Progress.NONE)).isNotBlank();
            assertThat(stateOf(session, "schema")).isEqualTo(CheckState.OK);
        }
    }

    @Test
    void aUserThatOnlyPostgresHasIsReportedWithoutARepairThatWouldWriteNothing() {
        try (Session session = session(Map.of())) {
            session.doctor().repair("db-setup", Progress.NONE);
            String insert =
                    "INSERT INTO public.users (display_name, handle, email, cognito_user_id) VALUES ('O', 'onlyhere', 'o@x.org', 'MOCK')";
            session.sqlRunner().run(insert, Progress.NONE);
            assertThat(repairOf(session, "cognito-ids")).isNull();
            assertThat(detailOf(session, "cognito-ids")).startsWith("1 of ").contains("no single user of the user pool");
            session.sqlRunner().run("UPDATE public.users SET cognito_user_id = 'MOCK' WHERE handle = 'ada'", Progress.NONE);
            assertThat(repairOf(session, "cognito-ids")).as("the sync ends what it can").isEqualTo("users-sync");
            session.doctor().repair("users-sync", Progress.NONE);
            assertThat(repairOf(session, "cognito-ids")).as("and is not offered again").isNull();
        }
    }

    private static CheckState stateOf(Session session, String check) {
        return check(session).stream().filter(result -> result.id().equals(check)).findFirst().orElseThrow().state();
    }

    @Test
    void aColumnOfATypeThatTheApplicationCannotCompareIsNamed() {
        try (Session session = session(Map.of())) {
            session.doctor().repair("db-setup", Progress.NONE);
            assertThat(stateOf(session, "schema")).isEqualTo(CheckState.OK);
            session.sqlRunner().run(
                    "ALTER TABLE public.users ALTER COLUMN cognito_user_id DROP DEFAULT, "
                            + "ALTER COLUMN cognito_user_id TYPE integer USING 7",
                    Progress.NONE);
            assertThat(detailOf(session, "schema")).contains("cognito_user_id").contains("integer");
        }
    }

    private static String detailOf(Session session, String check) {
        return check(session).stream().filter(result -> result.id().equals(check)).findFirst().orElseThrow().detail();
    }

    @Test
    void anUnknownRepairNamesThoseThereAre() {
        try (Session session = session(Map.of())) {
            assertThatThrownBy(() -> session.doctor().repair("everything", Progress.NONE))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("seed-conversation");
        }
    }

    private static String repairOf(Session session, String check) {
        return check(session).stream().filter(result -> result.id().equals(check)).findFirst().orElseThrow().repair();
    }
}
