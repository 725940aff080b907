package dev.switchboard.postgres.connection;

import dev.switchboard.file.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables through which a program that uses libpq gets a connection: with the password, which must not be an argument,
 * and with the encryption that the driver would use. What has no variable is in a file that only its owner can read, deleted on close.
 */
public final class LibpqEnvironment implements AutoCloseable {
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("sslmode", "PGSSLMODE"),
            Map.entry("sslrootcert", "PGSSLROOTCERT"),
            Map.entry("sslcert", "PGSSLCERT"),
            Map.entry("sslkey", "PGSSLKEY"),
            Map.entry("sslnegotiation", "PGSSLNEGOTIATION"),
            Map.entry("channel_binding", "PGCHANNELBINDING"),
            Map.entry("options", "PGOPTIONS"),
            Map.entry("gssencmode", "PGGSSENCMODE"),
            Map.entry("krbsrvname", "PGKRBSRVNAME"),
            Map.entry("connect_timeout", "PGCONNECT_TIMEOUT"),
            Map.entry("load_balance_hosts", "PGLOADBALANCEHOSTS"),
            Map.entry("target_session_attrs", "PGTARGETSESSIONATTRS"));

    private static final String SERVICE = "switchboard";
    /** Below a device there is no file. */
    private static final String NO_FILE = File.separatorChar == '\\' ? "NUL\\none" : "/dev/null/none";
    private final Map<String, String> variables = new HashMap<>();
    private @Nullable Path folder;

    /**
     * @param application the name under which the server lists the session
     * @throws IOException if a file cannot be written
     */
    public LibpqEnvironment(PostgresUrl url, String application) throws IOException {
        variables.put("PGHOST", url.hosts().stream().map(HostPort::host).collect(Collectors.joining(",")));
        variables.put("PGPORT", url.hosts().stream().map(host -> String.valueOf(host.port())).collect(Collectors.joining(",")));
        variables.put("PGUSER", url.user());
        variables.put("PGDATABASE", url.database());
        variables.put("PGAPPNAME", application);
        variables.put("PGCONNECT_TIMEOUT", "10");
        // Otherwise libpq reads the password file itself, even if it is ignored here because other users can read it.
        variables.put("PGPASSFILE", NO_FILE);
        String password = url.password();
        if (!password.isEmpty()) {
            variables.put("PGPASSWORD", password);
        }
        VARIABLES.forEach((name, variable) -> {
            @Nullable String value = url.parameter(name);
            if (value != null) {
                variables.put(variable, value);
            }
        });
        if (url.parameter("ssl") != null) {
            variables.putIfAbsent("PGSSLMODE", "require");
        }
        try {
            encryption(url);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void encryption(PostgresUrl url) throws IOException {
        boolean system = "system".equals(url.parameter("sslrootcert"));
        if (system) {
            variables.put("PGSSLMODE", "verify-full");
        }
        if (system || SystemTrustSocketFactory.isRequiredBy(url.properties())) {
            // libpq knows the certificates of the system since version 16 only.
            variables.put("PGSSLROOTCERT", write("root.crt", certificates()));
        }
        @Nullable String keyPassword = url.parameter("sslpassword");
        if (keyPassword != null) {
            variables.put("PGSERVICEFILE", write("service.conf", "[" + SERVICE + "]\nsslpassword=" + keyPassword + "\n"));
            variables.put("PGSERVICE", SERVICE);
        }
    }

    private static String certificates() throws IOException {
        StringBuilder pem = new StringBuilder();
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        try {
            for (Certificate certificate : SystemTrustSocketFactory.certificates()) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(encoder.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
        return pem.toString();
    }

    private String write(String name, String text) throws IOException {
        if (folder == null) {
            folder = PrivateFiles.createTemporaryDirectory("switchboard-");
        }
        Path file = folder.resolve(name);
        PrivateFiles.write(file, text);
        return file.toString();
    }

    /** Returns the variables, with secrets. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** Deletes the files. */
    @Override
    public void close() {
        @Nullable Path written = folder;
        if (written == null) {
            return;
        }
        try {
            Files.deleteIfExists(written.resolve("root.crt"));
            Files.deleteIfExists(written.resolve("service.conf"));
            Files.deleteIfExists(written);
        } catch (IOException e) {
            written.toFile().deleteOnExit();
        }
    }
}
