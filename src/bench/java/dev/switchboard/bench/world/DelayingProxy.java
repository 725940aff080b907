package dev.switchboard.bench.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** A link with a round trip: forwards connections on the loopback interface, each byte after half of the round trip in each direction. */
public final class DelayingProxy implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private final URI target;
    private final long delay;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public DelayingProxy(URI target, Duration roundTrip) throws IOException {
        this.target = target;
        delay = roundTrip.toNanos() / 2;
        server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("delaying-proxy").start(this::accept);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket engine = new Socket(target.getHost(), target.getPort());
                for (Socket one : new Socket[] {client, engine}) {
                    one.setTcpNoDelay(true);
                    open.add(one);
                }
                forward(client, engine);
                forward(engine, client);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** @param bytes empty at the end of the stream */
    private record Part(byte[] bytes, long due) {}

    private void forward(Socket from, Socket to) {
        BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    parts.add(new Part(java.util.Arrays.copyOf(buffer, read), System.nanoTime() + delay));
                }
            } catch (IOException e) {
                // The other side is told by the end.
            }
            parts.add(new Part(new byte[0], System.nanoTime() + delay));
        });
        Thread.ofVirtual().start(() -> {
            try {
                OutputStream out = to.getOutputStream();
                for (Part part = parts.take(); part.bytes().length > 0; part = parts.take()) {
                    Thread.sleep(Duration.ofNanos(Math.max(0, part.due() - System.nanoTime())));
                    out.write(part.bytes());
                }
                to.shutdownOutput();
            } catch (IOException e) {
                close(from);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(this::close);
    }
}
