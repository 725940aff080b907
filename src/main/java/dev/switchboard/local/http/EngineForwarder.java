package dev.switchboard.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
    private static final int BUFFER = 64 * 1024;
    private static final byte[] LINE_END = {'\r', '\n'};
    private final Socket client;
    private final Supplier<Optional<InetSocketAddress>> engine;
    private final String refusedHeader;
    private @Nullable Socket connection;
    private @Nullable Thread responses;

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
        try (client; from; InputStream in = from.getInputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // One of the two has closed its connection, and with that this thread closes the other's.
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
            try {
                open.close();
            } catch (IOException e) {
                // it is closed anyway
            }
        }
    }
}
