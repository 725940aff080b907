package dev.switchboard.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes to a server on the loopback address, also such as no HTTP client would send, and reads its whole answer. */
public final class RawHttpClient {
    private static final int PATIENCE_MILLIS = 20_000;
    private final int port;

    public RawHttpClient(URI endpoint) {
        port = endpoint.getPort();
    }

    /** A POST with a host and further header lines. */
    public static String post(String host, String body, String... headers) {
        StringBuilder text = new StringBuilder("POST / HTTP/1.1\r\nHost: " + host + "\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    /** The answer until the server closes the connection. */
    public String send(String request) throws IOException {
        return send(out -> out.write(request.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Likewise for what is written step by step. A server that has enough may close the connection at any time. */
    public String send(Writing writing) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            // Read while the request is written: what has arrived is lost when the server resets the connection.
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            Thread reader = Thread.ofVirtual().start(() -> read(socket, answer));
            try {
                writing.to(socket.getOutputStream());
            } catch (SocketException e) {
                // it has refused the rest
            }
            reader.join();
            return answer.toString(StandardCharsets.ISO_8859_1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void read(Socket socket, ByteArrayOutputStream answer) {
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException e) {
            // It was reset, or says nothing for too long: the answer is what came before.
        }
    }

    /** What is sent. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
