package dev.switchboard.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Does before a PostgreSQL server what RDS does for a role with {@code rds_iam}: asks for the password in plain, looks at it, and
 * lets in or refuses with RDS's words. The server behind it must trust the role.
 */
public final class TokenGate implements AutoCloseable {
    private static final int ASK_IN_PLAIN = 3;
    private final ServerSocket listening;
    private final int server;
    private final Predicate<String> good;
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    /**
     * @param server the port of the server
     * @param good whether a token is let in
     */
    public TokenGate(int server, Predicate<String> good) {
        this.server = server;
        this.good = good;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What was given as password, in order. */
    public List<String> tokens() {
        return tokens;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket driver = listening.accept();
                Thread.ofVirtual().start(() -> serve(driver));
            } catch (IOException e) {
                return;
            }
        }
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
            Thread.ofVirtual().start(() -> copy(behind, driver));
            copy(driver, behind);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // One side has gone; the other ends by itself.
            return;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
