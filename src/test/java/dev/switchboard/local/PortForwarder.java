package dev.switchboard.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port that leads to another one of this machine. */
final class PortForwarder implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PortForwarder(InetSocketAddress target) throws IOException {
        threads.submit(() -> {
            while (!socket.isClosed()) {
                Socket in = socket.accept();
                Socket out = new Socket(target.getAddress(), target.getPort());
                threads.submit(() -> in.getInputStream().transferTo(out.getOutputStream()));
                threads.submit(() -> out.getInputStream().transferTo(in.getOutputStream()));
            }
            return null;
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
