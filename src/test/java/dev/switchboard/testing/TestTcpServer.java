package dev.switchboard.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A port of one's own on which each connection is served by a thread of its own. */
final class TestTcpServer implements AutoCloseable {
    private static final int WAITING = 50;
    private final ServerSocket listening;
    private final Consumer<Socket> service;

    /** @param address such as {@code 127.0.0.1} */
    TestTcpServer(String address, Consumer<Socket> service) {
        this.service = service;
        try {
            listening = new ServerSocket(0, WAITING, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> service.accept(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Passes on what comes from one to the other, until one of them is gone. */
    static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
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
