package dev.switchboard.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Forwards the requests of one connection to an engine, through one connection of its own. The responses are copied by a thread
 * that ends with that connection, so that the client sees at once that the engine has closed it.
 */
public final class EngineForwarder implements RequestHandler {
    private static final int CONNECT_MILLIS = 2000;
    private static final Duration END = Duration.ofSeconds(1);
    private static final int BUFFER = 64 * 1024;
    private static final byte[] LINE_END = {'\r', '\n'};
    private final Socket client;
    private final Supplier<Optional<InetSocketAddress>> engine;
    private final String refusedHeader;
    private @Nullable Socket connection;
    private @Nullable Thread responses;
    private boolean forwarding;
    private boolean answered;
    private boolean ended;

    /**
     * Creates the forwarder of a connection.
     *
     * @param engine the address of the engine; empty if it is not running
     * @param refusedHeader requests with this header are refused
     */
    public EngineForwarder(Socket client, Supplier<Optional<InetSocketAddress>> engine, String refusedHeader) {
        this.client = client;
        this.engine = engine;
        this.refusedHeader = refusedHeader.toLowerCase(Locale.ROOT);
    }

    @Override
    public void handle(RequestHead head, RequestBody body, OutputStream out) throws IOException {
        if (!head.values(refusedHeader).isEmpty()) {
            throw HttpRefusal.forbidden("This is not an engine.");
        }
        OutputStream to = engine(out).getOutputStream();
        begin();
        try {
            forward(head, body, to);
        } catch (HttpRefusal refusal) {
            // The client's connection stays open for the refusal, whatever the engine does.
            throw refusal;
        } catch (IOException e) {
            awaitEnd();
            throw hasEndedSilently() ? silent() : e;
        }
        if (isLeftUnanswered()) {
            throw silent();
        }
    }

    /** An engine that refuses a body may close the connection without a word; the client must not be left without one. */
    private static HttpRefusal silent() {
        return HttpRefusal.unavailable("The local engine closed the connection before the request had arrived.");
    }

    /** What could not be written to the engine tells that it has closed its connection, before its responses have. */
    private void awaitEnd() {
        try {
            if (responses != null) {
                var _ = responses.join(END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean hasEndedSilently() {
        return ended && !answered;
    }

    private synchronized void begin() {
        forwarding = true;
    }

    private synchronized boolean isLeftUnanswered() {
        forwarding = false;
        return ended && !answered;
    }

    /** Returns whether the client's connection ends with that of the engine. */
    private synchronized boolean end() {
        ended = true;
        return answered || !forwarding;
    }

    private synchronized void answered() {
        answered = true;
    }

    private static void forward(RequestHead head, RequestBody body, OutputStream to) throws IOException {
        byte[] start = head.bytes();
        byte[] buffer = new byte[body.ended() ? 0 : BUFFER];
        int count = body.ended() ? -1 : body.read(buffer);
        if (!body.chunked() && count > 0 && body.ended()) { // the usual request: one packet
            byte[] whole = Arrays.copyOf(start, start.length + count);
            System.arraycopy(buffer, 0, whole, start.length, count);
            to.write(whole);
            return;
        }
        to.write(start);
        for (; count >= 0; count = body.read(buffer)) {
            if (body.chunked()) {
                to.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            to.write(buffer, 0, count);
            if (body.chunked()) {
                to.write(LINE_END);
            }
        }
        if (body.chunked()) {
            to.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Socket engine(OutputStream out) throws IOException {
        Socket existing = connection;
        if (existing != null) {
            return existing;
        }
        Socket fresh = new Socket();
        try {
            fresh.connect(engine.get().orElseThrow(ConnectException::new), CONNECT_MILLIS);
        } catch (IOException e) {
            fresh.close();
            throw HttpRefusal.unavailable("The local engine is not running.");
        }
        fresh.setTcpNoDelay(true);
        connection = fresh;
        responses = Thread.ofVirtual().name("responses").start(() -> copyResponses(fresh, out));
        return fresh;
    }

    private void copyResponses(Socket from, OutputStream out) {
        try (from; InputStream in = from.getInputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answered();
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // One of the two has closed its connection, and with that this thread closes the other's.
        }
        if (end()) {
            closeQuietly(client);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed anyway
        }
    }

    @Override
    public void awaitResponse() throws InterruptedException {
        if (responses != null) {
            responses.join(); // the engine closes its connection too
        }
    }

    @Override
    public void close() {
        Socket open = connection;
        if (open != null) {
            closeQuietly(open);
        }
    }
}
