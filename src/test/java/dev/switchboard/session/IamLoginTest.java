package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.connection.DatabaseConnectionStatus;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.HostRule;
import dev.switchboard.testing.IamAuthenticationProxy;
import dev.switchboard.testing.SignedQuery;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TlsProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logging in to a database with a token that the AWS credentials sign: a gate before the real engine does what RDS does. */
@Timeout(60)
class IamLoginTest {
    private static final Sql WHO = new Sql("who", "SELECT current_user::text AS role");
    private final PostgresEngine postgres = TestEngines.freshDatabase();
    private volatile boolean lettingIn = true;
    private IamAuthenticationProxy gate;
    private TlsProxy front;
    private Path certificate;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        try (Connection connection = TestEngines.connect(postgres, postgres.database());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS operator");
            statement.execute("CREATE ROLE operator LOGIN");
        }
        HostRule.trust(postgres, "operator");
        Path keys = TlsProxy.keys(folder, "localhost", "-1d");
        certificate = TlsProxy.certificate(keys);
        gate = new IamAuthenticationProxy(postgres.port(), token -> lettingIn && new SignedQuery(token).isSignedWith("the-secret-key"));
        front = new TlsProxy(keys, gate.port());
        Files.writeString(folder.resolve("credentials"), "[ops]\naws_access_key_id = AKIDOPS\naws_secret_access_key = the-secret-key\n");
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
        System.setProperty("aws.configFile", folder.resolve("none").toString());
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.sharedCredentialsFile");
        System.clearProperty("aws.configFile");
        front.close();
        gate.close();
    }

    private Session session(String query, String profile) {
        return session("localhost:" + front.port(), query, profile);
    }

    private Session session(String server, String query, String profile) {
        Map<Setting, String> settings = new EnumMap<>(Map.of(
                Setting.POSTGRES_URL, "postgresql://operator@" + server + "/" + postgres.database() + query,
                Setting.POSTGRES_LOGIN, "iam",
                Setting.AWS_PROFILE, profile,
                Setting.AWS_REGION, "eu-west-1"));
        SettingsFile none = SettingsFile.read(folder.resolve("none.json"));
        return new Session(new Home(folder.resolve("home")), Settings.resolve(Environment.PRD, settings, Map.of(), none),
                InstantSource.system());
    }

    private String trusted() {
        return "?sslrootcert=" + certificate;
    }

    @Test
    void aTokenOpensTheDatabaseToThePoolAndToTheCheckOfTheWay() {
        try (Session session = session(trusted(), "ops")) {
            assertThat(session.database().query(WHO, Map.of()).getFirst().text("role")).isEqualTo("operator");
            assertThat(session.reachability().check(session.database().url()).reachable()).isTrue();
            session.database().reconnect();
            assertThat(session.database().query(WHO, Map.of())).hasSize(1);
        }
        assertThat(gate.tokens()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(token -> {
            assertThat(token).startsWith("localhost:" + front.port() + "/?");
            assertThat(new SignedQuery(token).parameter("X-Amz-Credential")).startsWith("AKIDOPS%2F").contains("%2Feu-west-1%2Frds-db%2F");
        });
    }

    @Test
    void aTokenThatIsRefusedIsToldWithWhatToLookAtAndTheNextOneIsTried() {
        lettingIn = false;
        try (Session session = session(trusted(), "ops")) {
            Throwable thrown = catchThrowable(() -> session.database().query(WHO, Map.of()));
            assertThat(thrown).isInstanceOf(OperationFailedException.class).hasMessageContaining("does not accept the IAM token");
            assertThat(((OperationFailedException) thrown).remedy()).contains("rds_iam", "rds-db:connect");
            assertThat(String.valueOf(thrown.getCause())).doesNotContain("X-Amz-Signature");
            assertThat(session.reachability().check(session.database().url()).finding()).isEqualTo(DatabaseConnectionStatus.PASSWORD);
            lettingIn = true;
            assertThat(session.database().query(WHO, Map.of())).hasSize(1);
            assertThat(session.activity().calls().toString()).doesNotContain("X-Amz-Signature", "the-secret-key");
        }
    }

    @Test
    void aTokenGoesNowhereUnencryptedNorToAServerThatIsNotProvenToBeTheRightOne() {
        for (String mode : List.of("disable", "allow", "prefer")) {
            try (Session session = session("?sslmode=" + mode, "ops")) {
                assertThat(catchThrowable(() -> session.database().query(WHO, Map.of())))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("sslmode=" + mode);
            }
        }
        try (Session session = session("", "ops")) {
            assertThat(catchThrowable(() -> session.database().query(WHO, Map.of()))).hasMessageContaining("not trusted on this machine");
        }
        try (Session session = session("127.0.0.1:" + gate.port(), "", "ops")) {
            assertThat(catchThrowable(() -> session.database().query(WHO, Map.of()))).isInstanceOf(OperationFailedException.class);
        }
        assertThat(gate.tokens()).isEmpty();
    }

    @Test
    void missingCredentialsAreToldAsSuch() {
        try (Session session = session(trusted(), "nobody")) {
            Throwable thrown = catchThrowable(() -> session.database().query(WHO, Map.of()));
            assertThat(session.explanations().of(thrown).sentence()).contains("AWS").contains("redentials");
            assertThat(session.explanations().of(thrown).remedy()).isNotNull();
        }
        assertThat(gate.tokens()).isEmpty();
    }

    @Test
    void severalHostsAreRefusedBecauseATokenNamesOne() {
        try (Session session = session("one.example,two.example", "", "ops")) {
            assertThat(catchThrowable(() -> session.database().query(WHO, Map.of()))).isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("one host");
        }
    }
}
