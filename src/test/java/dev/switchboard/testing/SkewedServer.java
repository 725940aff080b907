package dev.switchboard.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A real server with another clock: passes on requests, and changes the {@code Date} header of the responses. */
public final class SkewedServer implements AutoCloseable {
    private static final String DATE = "date:";
    private static final String LENGTH = "content-length:";
    private final URI server;
    private final Duration ahead;
    private final TestTcpServer listening;

    /**
     * @param server one that states the length of its responses, as an {@link InterceptingProxy} does
     * @param ahead how far the clock of this server is ahead of that of the real one
     */
    public SkewedServer(URI server, Duration ahead) {
        this.server = server;
        this.ahead = ahead;
        listening = new TestTcpServer("127.0.0.1", this::serve);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.port());
    }

    private void serve(Socket client) {
        try (client; Socket real = new Socket(server.getHost(), server.getPort())) {
            Thread.ofVirtual().start(() -> TestTcpServer.copy(client, real));
            InputStream in = new BufferedInputStream(real.getInputStream());
            OutputStream out = client.getOutputStream();
            while (respond(in, out)) {
                out.flush();
            }
        } catch (IOException e) {
            // One side has gone, which ends the connection.
            return;
        }
    }

    /** Passes on one response; returns false if there is none. */
    private boolean respond(InputStream in, OutputStream out) throws IOException {
        int length = 0;
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String name = line.toLowerCase(Locale.ROOT);
            if (name.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
            head.append(name.startsWith(DATE) ? "Date: " + skewed(line.substring(DATE.length()).strip()) : line).append("\r\n");
        }
        if (head.isEmpty()) {
            return false;
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(in.readNBytes(length));
        return true;
    }

    private String skewed(String date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).plus(ahead));
    }

    /** A line without its end; empty also where the stream ends. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        listening.close();
    }
}
