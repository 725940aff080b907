package dev.switchboard.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.connection.DatabaseConnectionStatus;
import dev.switchboard.postgres.connection.DatabaseConnectionTestResult;
import dev.switchboard.postgres.connection.DatabaseConnectionTester;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.connection.SystemTrustSocketFactory;
import dev.switchboard.testing.TlsProxy;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections to a real server: an unverified server is rejected, and an unencrypted connection is never used. */
class EncryptionTest {
    private static final PostgresUrl URL = PostgresFixture.freshUrl();
    private static Path right;
    private static Path other;
    private static Path authority;
    private static Path old;

    private final ActivityLog activity = new ActivityLog();
    private final DatabaseConnectionTester reachability = new DatabaseConnectionTester(activity);

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws Exception {
        right = TlsProxy.keys(folder, "localhost", "-1d");
        other = TlsProxy.keys(folder, "db.example", "-1d");
        authority = TlsProxy.authority(folder);
        old = TlsProxy.keys(authority, folder, "localhost", "-10d");
    }

    private DatabaseConnectionTestResult check(Path keys, String query) {
        try (TlsProxy front = new TlsProxy(keys, URL.hosts().getFirst().port())) {
            return reachability.check(url("localhost:" + front.port(), query));
        }
    }

    private static PostgresUrl url(String server, String query) {
        String password = URL.properties().getProperty("password");
        return PostgresUrl.parse("postgresql://" + URL.user() + "@" + server + "/" + URL.database() + query).withPassword(password);
    }

    @Test
    void theRightHostWithATrustedCertificateIsReached() throws Exception {
        DatabaseConnectionTestResult report = check(right, "?sslmode=verify-full&sslrootcert=" + TlsProxy.certificate(right));
        assertThat(report.sentence()).startsWith("Connected to PostgreSQL 1");
        assertThat(report.reachable()).isTrue();
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedAndVerifyCaIsOfferedForATunnel() throws Exception {
        Path certificate = TlsProxy.certificate(other);
        DatabaseConnectionTestResult report = check(other, "?sslmode=verify-full&sslrootcert=" + certificate);
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.TLS);
        assertThat(report.sentence()).contains("belongs to another host");
        assertThat(report.remedy()).contains("sslmode=verify-ca").contains("tunnel");
        assertThat(check(other, "?sslmode=verify-ca&sslrootcert=" + certificate).reachable()).isTrue();
    }

    @Test
    void aCertificateThatNobodyHereTrustsIsRefused() {
        for (String mode : new String[] {"verify-full", "verify-ca"}) {
            DatabaseConnectionTestResult report = check(right, "?sslmode=" + mode);
            assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.TLS);
            assertThat(report.sentence()).contains("not trusted on this machine");
            assertThat(report.remedy()).contains("global-bundle.pem");
        }
        assertThat(check(right, "?sslrootcert=system").sentence()).contains("not trusted on this machine");
    }

    @Test
    void aCertificateThatHasRunOutIsRefused() throws Exception {
        DatabaseConnectionTestResult report = check(old, "?sslmode=verify-full&sslrootcert=" + TlsProxy.certificate(authority));
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.TLS);
        assertThat(report.sentence()).contains("expired or not yet valid");
    }

    @Test
    void aRootCertificateThatIsNotThereIsToldByItsName() {
        DatabaseConnectionTestResult report = check(right, "?sslmode=verify-full&sslrootcert=/no/such/bundle.pem");
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.TLS);
        assertThat(report.sentence()).contains("/no/such/bundle.pem");
    }

    @Test
    void aServerWithoutEncryptionIsNotSpokenToInstead() {
        DatabaseConnectionTestResult report = reachability.check(url(URL.hosts().getFirst().authority(), "?sslmode=verify-full"));
        assertThat(report.finding()).isEqualTo(DatabaseConnectionStatus.TLS);
        assertThat(report.sentence()).contains("does not support encrypted connections");
        DatabaseConnectionTestResult byDefault =
                reachability.check(url("0.0.0.0:" + URL.hosts().getFirst().port(), "").verifiedByDefault());
        assertThat(byDefault.finding()).as("another way to the same server, as prd goes it").isEqualTo(DatabaseConnectionStatus.TLS);
    }

    @Test
    void prdChecksTheNameOfEveryServerButThisMachineUnlessTheUrlSaysOtherwise() {
        assertThat(byDefault("postgresql://u@db.example/d")).isEqualTo("verify-full");
        assertThat(byDefault("postgresql://u@localhost,db.example/d")).isEqualTo("verify-full");
        assertThat(byDefault("postgresql://u@127.evil.example/d")).isEqualTo("verify-full");
        assertThat(byDefault("postgresql://u@db.example/d?sslmode=verify-ca")).isEqualTo("verify-ca");
        assertThat(byDefault("postgresql://u@localhost/d")).isNull();
        assertThat(byDefault("postgresql://u@127.0.0.1/d")).isNull();
        assertThat(byDefault("postgresql://u@[::1]/d")).isNull();
        assertThat(PostgresUrl.parse("postgresql://u@db.example/d").verifiedByDefault().withoutPassword()).endsWith("?sslmode=verify-full");
    }

    @Test
    void theFileThatTheUrlNamesWinsOverTheSystem() {
        assertThat(PostgresUrl.parse("postgresql://u@h/d?sslmode=verify-full&sslrootcert=/x").properties())
                .containsEntry("sslrootcert", "/x")
                .doesNotContainKey("sslfactory");
        assertThat(PostgresUrl.parse("postgresql://u@h/d?sslmode=verify-full").properties())
                .containsEntry("sslfactory", SystemTrustSocketFactory.class.getName());
        assertThat(PostgresUrl.parse("postgresql://u@h/d?sslmode=require").properties()).doesNotContainKey("sslfactory");
    }

    @Test
    void whatJavaTrustsIsTrusted() throws Exception {
        TrustManagerFactory java = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        java.init((KeyStore) null);
        X509Certificate[] known = Stream.of(java.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(TrustManager.class::cast)
                .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
        assertThat(SystemTrustSocketFactory.certificates()).contains(known).hasSizeGreaterThanOrEqualTo(known.length);
    }

    private static String byDefault(String url) {
        return PostgresUrl.parse(url).verifiedByDefault().properties().getProperty("sslmode");
    }
}
