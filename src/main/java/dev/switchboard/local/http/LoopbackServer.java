package dev.switchboard.local.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1 server on the loopback address that accepts no request that a web page could send, see {@link BrowserRules}. The size of
 * a body and the time that a request takes to arrive have limits.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_CONNECTIONS = 1000;
    private static final int BACKLOG = 128;
    private static final long ACCEPT_RETRY_NANOS = 50_000_000;
    private static final int LINGER_MILLIS = 1000;
    private static final int LINGER_BYTES = 1024 * 1024;
    private final RequestHandlerFactory handlers;
    private final long largestBody;
    private final RequestTimeouts timeouts;
    private final List<ServerSocket> sockets = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates a server that does not listen yet.
     *
     * @param largestBody the largest body that is accepted, in bytes
     */
    public LoopbackServer(RequestHandlerFactory handlers, long largestBody) {
        this(handlers, largestBody, RequestTimeouts.USUAL);
    }

    LoopbackServer(RequestHandlerFactory handlers, long largestBody, RequestTimeouts timeouts) {
        this.handlers = handlers;
        this.largestBody = largestBody;
        this.timeouts = timeouts;
    }

    /**
     * Listens on one more port of the loopback address.
     *
     * @param port 0 for any free port
     * @return the port
     * @throws IOException if the port is in use
     */
    public synchronized int listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
            if (closed) {
                throw new IOException("closed");
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        sockets.add(socket);
        Thread.ofVirtual().name("listener " + socket.getLocalPort()).start(() -> accept(socket));
        return socket.getLocalPort();
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    private void accept(ServerSocket listener) {
        while (!closed) {
            try {
                Socket client = listener.accept();
                if (connections.size() >= MOST_CONNECTIONS) {
                    client.close();
                    continue;
                }
                connections.add(client);
                Thread.ofVirtual().name("connection").start(() -> serve(client));
            } catch (IOException e) {
                if (listener.isClosed()) {
                    return;
                }
                LockSupport.parkNanos(ACCEPT_RETRY_NANOS); // out of file descriptors, for example
            }
        }
    }

    private void serve(Socket client) {
        try (client; RequestHandler handler = handlers.create(client)) {
            client.setTcpNoDelay(true);
            DeadlineInputStream raw = new DeadlineInputStream(client);
            InputStream in = new BufferedInputStream(raw);
            OutputStream out = client.getOutputStream();
            try {
                while (request(raw, in, out, handler, client.getLocalPort())) {
                    // the next request of the same connection
                }
            } catch (HttpRefusal refusal) {
                refuse(refusal, client, out);
            }
        } catch (IOException e) {
            // The client has closed the connection, or did not use it any longer.
        } finally {
            connections.remove(client);
        }
    }

    private boolean request(DeadlineInputStream raw, InputStream in, OutputStream out, RequestHandler handler, int port)
            throws IOException {
        raw.expectWithin(timeouts.idle());
        in.mark(1);
        if (in.read() < 0) {
            return false;
        }
        in.reset();
        try {
            raw.expectWithin(timeouts.head());
            @Nullable RequestHead head = RequestHead.read(in);
            if (head == null) {
                return false;
            }
            BrowserRules.check(head, port);
            RequestBody body = RequestBody.of(head, in, largestBody);
            if (head.first("expect").equalsIgnoreCase("100-continue") && !body.ended()) {
                out.write(CONTINUE);
            }
            raw.expectWithin(timeouts.body());
            handler.handle(head, body, out);
            if (head.closes()) {
                handler.awaitResponse();
            }
            return body.ended() && !head.closes();
        } catch (SocketTimeoutException e) {
            throw HttpRefusal.timeout();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends the answer and discards what still arrives for a moment, because closing at once would discard the answer. */
    private static void refuse(HttpRefusal refusal, Socket client, OutputStream out) throws IOException {
        out.write(refusal.response());
        client.shutdownOutput();
        DeadlineInputStream rest = new DeadlineInputStream(client);
        rest.expectWithin(Duration.ofMillis(LINGER_MILLIS));
        byte[] buffer = new byte[8192];
        int total = 0;
        for (int count = rest.read(buffer); count >= 0 && total < LINGER_BYTES; count = rest.read(buffer)) {
            total += count;
        }
        if (total >= LINGER_BYTES) {
            // Whoever sends without end is not read any longer, but has time to read the answer before the connection is reset.
            LockSupport.parkNanos(Duration.ofMillis(LINGER_MILLIS).toNanos());
        }
    }

    /** Stops listening and closes the connections. */
    @Override
    public synchronized void close() {
        closed = true;
        sockets.forEach(LoopbackServer::close);
        connections.forEach(LoopbackServer::close);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed anyway
        }
    }
}
