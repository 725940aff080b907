package dev.switchboard.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between a client and a server on which bytes with a mark in them fare badly, and after a stall everything. */
final class FaultyTcpProxy implements AutoCloseable {
    private final String host;
    private final int port;
    private final String mark;
    private final Fault fault;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger struck = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int times;
    private volatile boolean silent;

    /**
     * @param mark what the client says when it is struck, such as {@code COMMIT}
     * @param times how often it is struck
     */
    public FaultyTcpProxy(String host, int port, String mark, Fault fault, int times) {
        this.host = host;
        this.port = port;
        this.mark = mark;
        this.fault = fault;
        this.times = times;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("faulty").start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How often it was struck so far. */
    public int struck() {
        return struck.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                if (!silent) {
                    Socket server = new Socket(host, port);
                    open.add(server);
                    Link link = new Link(client, server);
                    Thread.ofVirtual().start(link::toServer);
                    Thread.ofVirtual().start(link::toClient);
                }
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    /** One connection of the client and its other half. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean cutAtAnswer;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void toServer() {
            pump(client, server, this::beforeServer);
        }

        void toClient() {
            pump(server, client, bytes -> !silent && !cutAtAnswer);
        }

        private boolean beforeServer(String bytes) throws InterruptedException {
            if (silent) {
                closed.await();
            }
            if (!bytes.contains(mark) || struck.get() >= times) {
                return true;
            }
            struck.incrementAndGet();
            switch (fault) {
                case DELAY -> closed.await(300, TimeUnit.MILLISECONDS);
                case CUT_AFTER -> cutAtAnswer = true;
                case SILENT -> {
                    silent = true;
                    closed.await();
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void pump(Socket from, Socket to, Passing passing) {
            byte[] buffer = new byte[1 << 16];
            try (from; to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!passing.pass(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
                        return;
                    }
                    out.write(buffer, 0, read);
                }
            } catch (IOException e) {
                open.remove(from);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether bytes go on to the other side; else both are cut. */
    private interface Passing {
        boolean pass(String bytes) throws InterruptedException;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
