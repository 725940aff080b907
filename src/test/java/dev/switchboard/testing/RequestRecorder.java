package dev.switchboard.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that keeps what arrives: requests of AWS services, which it answers with nothing in them; start-up packets of PostgreSQL, whose
 * database it keeps; and CONNECT requests to a proxy, which it refuses, so that it shows where a request of HTTPS would go.
 */
public final class RequestRecorder implements AutoCloseable {
    private static final Pattern CREDENTIAL = Pattern.compile("(?i)Credential=([^/]+)/\\d+/([^/]+)/([^/]+)/");
    private final ServerSocket server;
    private final List<String> arrived = new CopyOnWriteArrayList<>();

    public RequestRecorder() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** What arrived since it was last asked, such as {@code dynamodb us-east-1 AKID} or {@code CONNECT host:443}. */
    public List<String> take() {
        List<String> taken = List.copyOf(arrived);
        arrived.clear();
        return taken;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket socket) {
        try (socket; InputStream in = new BufferedInputStream(socket.getInputStream())) {
            int first = in.read();
            if (first == 0) {
                postgres(in, socket);
                return;
            }
            String head = (char) first + head(in);
            Matcher connect = Pattern.compile("^CONNECT (\\S+)").matcher(head);
            if (connect.find()) {
                arrived.add("CONNECT " + connect.group(1));
                send(socket, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                return;
            }
            Matcher credential = CREDENTIAL.matcher(head);
            arrived.add(credential.find() ? credential.group(3) + " " + credential.group(2) + " " + credential.group(1) : "unsigned");
            boolean sts = arrived.getLast().startsWith("sts");
            String body = sts
                    ? "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/a</Arn>"
                            + "<Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
                    : "{\"TableNames\":[],\"Users\":[]}";
            send(socket, "HTTP/1.1 200 OK\r\nContent-Type: " + (sts ? "text/xml" : "application/x-amz-json-1.0") + "\r\nContent-Length: "
                    + body.length() + "\r\nConnection: close\r\n\r\n" + body);
        } catch (IOException e) {
            // The client is gone; what it asked for has been noted.
        }
    }

    /** Refuses encryption, keeps the database of the start-up packet, and closes the connection. */
    private void postgres(InputStream in, Socket socket) throws IOException {
        byte[] rest = in.readNBytes(7);
        if (rest[6] == 0x2f || rest[6] == 0x30) { // SSLRequest or GSSENCRequest, each without more
            socket.getOutputStream().write('N');
            socket.getOutputStream().flush();
            int next = in.read();
            if (next == 0) {
                postgres(in, socket);
            }
            return;
        }
        int length = ((rest[0] & 0xff) << 16 | (rest[1] & 0xff) << 8 | rest[2] & 0xff) - 8;
        String[] words = new String(in.readNBytes(length), StandardCharsets.UTF_8).split("\0");
        for (int i = 0; i + 1 < words.length; i += 2) {
            if (words[i].equals("database")) {
                arrived.add("postgres " + words[i + 1]);
            }
        }
    }

    private static void send(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return text;
            }
            out.write(next);
            text = out.toString(StandardCharsets.ISO_8859_1);
        }
        Matcher length = Pattern.compile("content-length: (\\d+)").matcher(text.toLowerCase(Locale.ROOT));
        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return text;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
