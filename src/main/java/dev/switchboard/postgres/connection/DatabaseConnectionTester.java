package dev.switchboard.postgres.connection;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.text.Messages;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Tests the connection to a database and explains failures. It changes nothing. */
public final class DatabaseConnectionTester {
    private static final Messages TEXT = Messages.of(DatabaseConnectionTester.class);
    private static final String PROBE = "SHOW server_version";
    private final StatementLog log;

    public DatabaseConnectionTester(ActivityLog activity) {
        log = new StatementLog(activity);
    }

    /** Connects once and runs a query; blocks for some seconds if nothing responds. */
    public DatabaseConnectionTestResult check(PostgresUrl url) {
        long started = System.nanoTime();
        Properties properties = url.driverProperties();
        properties.setProperty("socketTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url.toJdbc(), properties);
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery(PROBE)) {
            version.next();
            log.record(url, "connect", PROBE, started, null);
            String sentence = TEXT.get("test.connected", version.getString(1), url.target(), url.user());
            return new DatabaseConnectionTestResult(DatabaseConnectionStatus.REACHABLE, sentence, null, null, since(started));
        } catch (SQLException e) {
            log.record(url, "connect", PROBE, started, e);
            return failed(url, e, since(started));
        }
    }

    private static Duration since(long startedNanos) {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private static DatabaseConnectionTestResult failed(PostgresUrl url, SQLException thrown, Duration latency) {
        DatabaseConnectionStatus finding =
                finding(PostgresFailureExplainer.key(thrown), Objects.requireNonNullElse(thrown.getSQLState(), ""));
        var failure = PostgresFailureExplainer.failure(thrown, url);
        boolean firewall = (finding == DatabaseConnectionStatus.TIME_OUT || finding == DatabaseConnectionStatus.REFUSED)
                && !isThisMachine(url.hosts().getFirst().host());
        @Nullable String command = firewall ? SecurityGroupRule.command(url.hosts().getFirst()) : null;
        return new DatabaseConnectionTestResult(finding, failure.sentence(), failure.remedy(), command, latency);
    }

    private static DatabaseConnectionStatus finding(String key, String state) {
        return switch (key) {
            case "connection.name" -> DatabaseConnectionStatus.NAME;
            case "connection.route" -> DatabaseConnectionStatus.ROUTE;
            case "connection.refused" -> DatabaseConnectionStatus.REFUSED;
            case "connection.time-out" -> DatabaseConnectionStatus.TIME_OUT;
            case "connection.tls", "connection.no-tls", "connection.tls-required", "connection.untrusted", "connection.other-host",
                    "connection.expired", "connection.plain", "connection.no-root" ->
                DatabaseConnectionStatus.TLS;
            case "connection.token" -> DatabaseConnectionStatus.PASSWORD;
            case "connection.no-password" -> DatabaseConnectionStatus.NO_PASSWORD;
            default -> switch (state) {
                case "28P01" -> DatabaseConnectionStatus.PASSWORD;
                case "28000" -> DatabaseConnectionStatus.NO_ROLE;
                case "3D000" -> DatabaseConnectionStatus.NO_DATABASE;
                default -> DatabaseConnectionStatus.OTHER;
            };
        };
    }

    /** Returns whether the host is this machine, whose ports are not protected by a security group. */
    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
