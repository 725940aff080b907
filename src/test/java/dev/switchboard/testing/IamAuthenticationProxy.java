package dev.switchboard.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Does before a PostgreSQL server what RDS does for a role with {@code rds_iam}: asks for the password in plain, looks at it, and
 * lets in or refuses with RDS's words. The server behind it must trust the role.
 */
public final class IamAuthenticationProxy implements AutoCloseable {
    private static final int ASK_IN_PLAIN = 3;
    private final TestTcpServer listening;
    private final int server;
    private final Predicate<String> good;
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    /**
     * @param server the port of the server
     * @param good whether a token is let in
     */
    public IamAuthenticationProxy(int server, Predicate<String> good) {
        this.server = server;
        this.good = good;
        listening = new TestTcpServer("127.0.0.1", this::serve);
    }

    public int port() {
        return listening.port();
    }

    /** What was given as password, in order. */
    public List<String> tokens() {
        return tokens;
    }

    private void serve(Socket driver) {
        try (driver) {
            DataInputStream in = new DataInputStream(driver.getInputStream());
            DataOutputStream out = new DataOutputStream(driver.getOutputStream());
            byte[] startUp = in.readNBytes(in.readInt() - Integer.BYTES);
            out.writeByte('R');
            out.writeInt(2 * Integer.BYTES);
            out.writeInt(ASK_IN_PLAIN);
            out.flush();
            in.readByte();
            byte[] password = in.readNBytes(in.readInt() - Integer.BYTES);
            String token = new String(password, 0, password.length - 1, StandardCharsets.UTF_8);
            tokens.add(token);
            if (good.test(token)) {
                relay(driver, startUp);
            } else {
                refuse(out);
            }
        } catch (IOException e) {
            // The driver has gone, which is its right.
            return;
        }
    }

    private static void refuse(DataOutputStream out) throws IOException {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        for (String field : List.of("SFATAL", "VFATAL", "C28000", "MPAM authentication failed for user \"operator\"")) {
            fields.writeBytes((field + "\0").getBytes(StandardCharsets.UTF_8));
        }
        fields.write(0);
        out.writeByte('E');
        out.writeInt(fields.size() + Integer.BYTES);
        fields.writeTo(out);
        out.flush();
    }

    private void relay(Socket driver, byte[] startUp) throws IOException {
        try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            DataOutputStream out = new DataOutputStream(behind.getOutputStream());
            out.writeInt(startUp.length + Integer.BYTES);
            out.write(startUp);
            out.flush();
            Thread.ofVirtual().start(() -> TestTcpServer.copy(behind, driver));
            TestTcpServer.copy(driver, behind);
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
