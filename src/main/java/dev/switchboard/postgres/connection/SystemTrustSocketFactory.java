package dev.switchboard.postgres.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.postgresql.ssl.WrappedFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the driver trust the certificates that the operating system trusts: those of Java, and on Linux those of the system bundle, to
 * which administrators add their own. The driver instantiates this class by name, for each connection.
 */
public final class SystemTrustSocketFactory extends WrappedFactory {
    private static final Logger LOG = LoggerFactory.getLogger(SystemTrustSocketFactory.class);

    /** The bundles of the distributions: Debian and Ubuntu, Fedora and Red Hat, SUSE, Alpine. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    /** @throws GeneralSecurityException if this Java runtime does not support TLS */
    public SystemTrustSocketFactory() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusting(Trusted.ALL), null);
        factory = context.getSocketFactory();
    }

    /** Loaded once, because reading the bundle takes some tens of milliseconds. */
    private static final class Trusted {
        static final Set<Certificate> ALL = certificates();
    }

    /** Returns whether a certificate must be verified and no root certificate is set; as in libpq, its own file in the home has priority. */
    static boolean isRequiredBy(Properties properties) {
        boolean checked = properties.getProperty("sslmode", "").startsWith("verify-");
        Path libpq = Path.of(System.getProperty("user.home"), ".postgresql", "root.crt");
        return checked
                && !properties.containsKey("sslrootcert")
                && !properties.containsKey("sslcert")
                && !properties.containsKey("sslfactory")
                && Files.notExists(libpq);
    }

    public static Set<Certificate> certificates() {
        Set<Certificate> all = new LinkedHashSet<>();
        try {
            for (TrustManager manager : trusting(null)) {
                if (manager instanceof X509TrustManager x509) {
                    all.addAll(List.of(x509.getAcceptedIssuers()));
                }
            }
            for (Path bundle : BUNDLES.stream().filter(Files::isReadable).limit(1).toList()) {
                try (InputStream in = Files.newInputStream(bundle)) {
                    all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            LOG.warn("Could not read all certificates of the system", e);
        }
        return all;
    }

    /** Returns the trust managers for these certificates; for null, those of Java. */
    private static TrustManager[] trusting(@Nullable Set<Certificate> certificates)
            throws GeneralSecurityException, IOException {
        @Nullable KeyStore store = null;
        if (certificates != null) {
            store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry(number++ + "-" + ((X509Certificate) certificate).getSerialNumber(), certificate);
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers.getTrustManagers();
    }
}
