package dev.switchboard.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Gives a PostgreSQL server without encryption a TLS face: answers the driver's wish for it, and passes on what is within. */
public final class TlsProxy implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private final TestTcpServer listening;
    private final SSLContext context;
    private final int port;

    /** @param keys a key store that {@link #keys} made */
    public TlsProxy(Path keys, int port) {
        this.port = port;
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD);
            context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        listening = new TestTcpServer("0.0.0.0", this::serve);
    }

    /**
     * A certificate that signs itself, made by the JDK.
     *
     * @param host the name in it
     * @param begins when it becomes valid, as {@code -startdate} of keytool has it, such as {@code -10d}
     */
    public static Path keys(Path folder, String host, String begins) throws IOException, InterruptedException {
        Path keys = folder.resolve(host + begins + ".p12");
        keytool(keys, "-genkeypair", "-keyalg", "EC", "-validity", "5", "-startdate", begins, "-dname", "CN=" + host, "-ext",
                "san=dns:" + host);
        return keys;
    }

    /** The same, signed by another certificate, which must be an authority's. */
    public static Path keys(Path authority, Path folder, String host, String begins)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path keys = keys(folder, host, begins);
        String request = keys + ".req";
        String signed = keys + ".crt";
        keytool(keys, "-certreq", "-file", request);
        keytool(authority, "-gencert", "-infile", request, "-outfile", signed, "-validity", "5", "-startdate", begins, "-ext",
                "san=dns:" + host);
        keytool(keys, "-importcert", "-noprompt", "-alias", "authority", "-file", certificate(authority).toString());
        keytool(keys, "-importcert", "-noprompt", "-file", signed);
        return keys;
    }

    /** An authority's key and certificate. */
    public static Path authority(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("authority.p12");
        keytool(keys, "-genkeypair", "-keyalg", "EC", "-validity", "50", "-startdate", "-30d", "-dname", "CN=authority", "-ext",
                "bc=ca:true");
        return keys;
    }

    private static void keytool(Path keys, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JavaProcess.program("keytool"), "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(words));
        if (!command.contains("-alias")) {
            command.addAll(List.of("-alias", "server"));
        }
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore", keys.toString()));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    /** The certificate of a key store alone, as a PEM file. */
    public static Path certificate(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        Certificate certificate = store.getCertificate("server");
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return Files.writeString(
                keys.resolveSibling(keys.getFileName() + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    public int port() {
        return listening.port();
    }

    private void serve(Socket driver) {
        try (driver; Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            new DataInputStream(driver.getInputStream()).readNBytes(8);
            driver.getOutputStream().write('S');
            SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(driver, null, driver.getPort(), true);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            Thread back = Thread.ofVirtual().start(() -> TestTcpServer.copy(server, encrypted));
            TestTcpServer.copy(encrypted, server);
            back.join();
        } catch (IOException e) {
            // The driver did not like the certificate, which is what is tested.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
