package dev.switchboard.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.SkewedServer;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clock of this machine against those of the servers. */
class ClockCheckTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private CheckResult clock(URI dynamoDb) {
        return clock(Map.of(Setting.DYNAMODB_ENDPOINT, dynamoDb.toString(), Setting.POSTGRES_URL, TestDatabase.url()));
    }

    private CheckResult clock(Map<Setting, String> given) {
        Home home = new Home(folder);
        Settings settings = Settings.resolve(Environment.DEV, given, Map.of(), SettingsFile.read(home.settingsFile()));
        try (Session session = new Session(home, settings, InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
                DoctorReport report = session.doctor().check(new CheckScope(false, Set.of("clock"), 0), Progress.NONE, result -> {})) {
            return report.results().getLast();
        }
    }

    private static ClockOffset ahead(String server, boolean aws, Duration offset) {
        return ClockOffset.between(server, aws, NOON, NOON, NOON.minus(offset), Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("dev.switchboard.testing.TestEngines#everyDynamoDb")
    void theServersThatToldTheirTimeAreNamed(NamedEngine engine) {
        CheckResult result = clock(engine.endpoint());
        assertThat(result.state()).as(result.detail()).isEqualTo(CheckState.OK);
        assertThat(result.detail()).as("the local user pool tells no time").startsWith("Within ").endsWith(" s of DynamoDB, PostgreSQL.");
    }

    @Test
    void aServerThatIsHalfAMinuteAheadIsNamedBesideThoseThatAgree() {
        try (InterceptingProxy engine = new InterceptingProxy(TestEngines.dynamoDb());
                SkewedServer dynamoDb = new SkewedServer(engine.uri(), Duration.ofSeconds(30))) {
            CheckResult result = clock(dynamoDb.uri());
            assertThat(result.state()).as(result.detail()).isEqualTo(CheckState.WARNING);
            assertThat(result.detail()).containsPattern("at least (28|29|30)\\.\\d s behind DynamoDB").contains("s of PostgreSQL.");
        }
    }

    @Test
    void aServerThatIsTenMinutesBehindFailsTheCheck() {
        try (InterceptingProxy engine = new InterceptingProxy(TestEngines.dynamoDb());
                SkewedServer dynamoDb = new SkewedServer(engine.uri(), Duration.ofMinutes(-10))) {
            CheckResult result = clock(dynamoDb.uri());
            assertThat(result.state()).as(result.detail()).isEqualTo(CheckState.FAILED);
            assertThat(result.detail()).containsPattern("at least (598|599|600)\\.\\d s ahead of DynamoDB").contains("AWS refuses");
        }
    }

    @Test
    void aRefusalTellsTheTimeToo() {
        try (InterceptingProxy refusing = new InterceptingProxy(TestEngines.dynamoDb());
                SkewedServer dynamoDb = new SkewedServer(refusing.uri(), Duration.ofMinutes(10))) {
            refusing.refuse("ListTables", "AccessDeniedException");
            CheckResult result = clock(dynamoDb.uri());
            assertThat(result.state()).as(result.detail()).isEqualTo(CheckState.FAILED);
            assertThat(result.detail()).contains("behind DynamoDB");
        }
    }

    @Test
    void theUserPoolIsComparedWhereItTellsItsTime() {
        UserPoolEngine pool = TestEngines.pool(List.of());
        try (InterceptingProxy telling = new InterceptingProxy(pool.endpoint());
                SkewedServer cognito = new SkewedServer(telling.uri(), Duration.ofSeconds(-20))) {
            CheckResult result = clock(Map.of(
                    Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(),
                    Setting.POSTGRES_URL, TestDatabase.url(),
                    Setting.COGNITO_ENDPOINT, cognito.uri().toString(),
                    Setting.USER_POOL_ID, pool.poolId()));
            assertThat(result.state()).as(result.detail()).isEqualTo(CheckState.WARNING);
            assertThat(result.detail()).contains("ahead of Cognito", "s of DynamoDB, PostgreSQL.");
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftOut() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String gone = "http://127.0.0.1:" + closed;
        CheckResult result = clock(Map.of(Setting.DYNAMODB_ENDPOINT, gone, Setting.POSTGRES_URL, TestDatabase.url()));
        assertThat(result.state()).as(result.detail()).isEqualTo(CheckState.OK);
        assertThat(result.detail()).endsWith(" s of PostgreSQL.");
        String none = "postgresql://a:b@127.0.0.1:" + closed + "/c";
        CheckResult alone = clock(Map.of(Setting.DYNAMODB_ENDPOINT, gone, Setting.POSTGRES_URL, none));
        assertThat(alone.state()).as(alone.detail()).isEqualTo(CheckState.SKIPPED);
    }

    @Test
    void anOffsetIsJudgedByWhatItBreaks() {
        assertThat(ClockCheck.judge(List.of()).state()).isEqualTo(CheckState.SKIPPED);
        assertThat(ClockCheck.judge(List.of(ahead("DynamoDB", true, Duration.ofSeconds(-5)))).state()).isEqualTo(CheckState.OK);
        CheckFinding behind = ClockCheck.judge(List.of(ahead("DynamoDB", true, Duration.ofSeconds(-6))));
        assertThat(behind.state()).isEqualTo(CheckState.WARNING);
        assertThat(behind.detail()).contains("6.0 s behind DynamoDB");
        assertThat(ClockCheck.judge(List.of(ahead("DynamoDB", true, Duration.ofMinutes(5)))).state()).isEqualTo(CheckState.WARNING);
        assertThat(ClockCheck.judge(List.of(ahead("DynamoDB", true, Duration.ofSeconds(301)))).state()).isEqualTo(CheckState.FAILED);
    }

    @Test
    void awsRefusesNothingBecauseOfTheClockOfAnotherServer() {
        CheckFinding finding = ClockCheck.judge(
                List.of(ahead("PostgreSQL", false, Duration.ofHours(1)), ahead("DynamoDB", true, Duration.ofMillis(200))));
        assertThat(finding.state()).isEqualTo(CheckState.WARNING);
        assertThat(finding.detail()).contains("ahead of PostgreSQL", "Within 0.2 s of DynamoDB").doesNotContain("AWS");
    }

    @Test
    void theTimeThatARequestTakesIsNoOffset() {
        ClockOffset slow = ClockOffset.between("DynamoDB", true, NOON, NOON.plusSeconds(40), NOON.plusSeconds(39), SECOND);
        assertThat(slow.certain()).isZero();
        assertThat(ClockCheck.judge(List.of(slow)).detail()).as("what is not known is not claimed").startsWith("Within 40.0 s");
        ClockOffset slowAndOff = ClockOffset.between("DynamoDB", true, NOON, NOON.plusSeconds(40), NOON.plusSeconds(50), SECOND);
        assertThat(slowAndOff.certain()).isEqualTo(Duration.ofSeconds(-10));
    }

    @Test
    void aTimeInWholeSecondsIsNoOffset() {
        Instant late = NOON.plusMillis(990);
        assertThat(ClockOffset.between("DynamoDB", true, late, late, NOON, SECOND).certain()).isZero();
        assertThat(ClockOffset.between("DynamoDB", true, late, late, NOON.minusSeconds(8), SECOND).certain())
                .isEqualTo(Duration.ofMillis(7_990));
    }
}
