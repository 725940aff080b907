package dev.switchboard.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.HostRule;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Each cause of a failed connection is distinguished, with its remedy. */
class DatabaseConnectionTesterTest {
    private static final PostgresEngine ENGINE = TestEngines.freshDatabase();
    private static final PostgresUrl URL = PostgresUrl.parse(ENGINE.url()).withPassword(ENGINE.password());
    private final ActivityLog activity = new ActivityLog();
    private final DatabaseConnectionTester reachability = new DatabaseConnectionTester(activity);

    private DatabaseConnectionTestResult check(String url) {
        return reachability.check(PostgresUrl.parse(url).withPassword("wrong-one"));
    }

    private static String server() {
        return URL.hosts().getFirst().authority();
    }

    @Test
    void theWholeWay() {
        DatabaseConnectionTestResult report = reachability.check(URL);
        assertThat(report.reachable()).isTrue();
        assertThat(report.sentence()).contains("PostgreSQL 1").contains(URL.target());
        assertThat(report.latency()).isPositive();
        assertThat(activity.calls()).hasSize(1);
    }

    @Test
    void aNameThatNobodyKnows() {
        DatabaseConnectionTestResult report = check("postgresql://u@no-such-host.invalid/d");
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.NAME);
        assertThat(report.sentence()).contains("no-such-host.invalid");
        assertThat(report.command()).isNull();
    }

    @Test
    void aPortOnWhichNothingListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        DatabaseConnectionTestResult report = check("postgresql://u@127.0.0.1:" + port + "/d");
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.REFUSED);
        assertThat(report.remedy()).contains("server is running");
        assertThat(report.command()).as("no security group stands before this machine").isNull();
    }

    @Test
    void awayFromThisMachineTheCommandForTheSecurityGroupIsGiven() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        // An address that is not written as a loopback address, and refuses the connection.
        DatabaseConnectionTestResult report = check("postgresql://u@0.0.0.0:" + port + "/d");
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.REFUSED);
        assertThat(report.command()).startsWith("aws ec2 authorize-security-group-ingress").contains("--port " + port);
    }

    @Test
    void aServerThatNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DatabaseConnectionTestResult report = check("postgresql://u@127.0.0.1:" + silent.getLocalPort() + "/d?connect_timeout=2");
            assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.TIME_OUT);
            assertThat(report.remedy()).contains("security group");
        }
    }

    @Test
    void aWrongPassword() {
        DatabaseConnectionTestResult report = check("postgresql://" + URL.user() + "@" + server() + "/" + URL.database());
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.PASSWORD);
        assertThat(report.sentence() + report.remedy()).doesNotContain("wrong-one").contains("PGPASSWORD");
    }

    @Test
    void noRoleOfThatName() throws Exception {
        HostRule.trust(ENGINE, "no_such_role");
        DatabaseConnectionTestResult report = check("postgresql://no_such_role@" + server() + "/" + URL.database());
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.NO_ROLE);
        assertThat(report.sentence()).contains("no_such_role");
        assertThat(report.remedy()).contains("user in the connection URL");
    }

    @Test
    void noWayThroughTheNetwork() {
        // A connection to the broadcast address is impossible in any network.
        DatabaseConnectionTestResult report = check("postgresql://u@255.255.255.255:5432/d?connect_timeout=2");
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.ROUTE);
        assertThat(report.remedy()).contains("VPN");
    }

    @Test
    void noDatabaseOfThatName() {
        DatabaseConnectionTestResult report = reachability.check(URL.withDatabase("no_such_database"));
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.NO_DATABASE);
        assertThat(report.remedy()).contains("db create");
    }

    @Test
    void encryptionThatTheServerDoesNotOffer() {
        assertThat(check(URL.withoutPassword() + "?sslmode=require").finding()).isEqualTo(DatabaseConnectionStatus.TLS);
    }

    @Test
    void noPasswordKnown() {
        assertThat(reachability.check(PostgresUrl.parse(URL.withoutPassword())).finding()).isEqualTo(DatabaseConnectionStatus.NO_PASSWORD);
    }
}
