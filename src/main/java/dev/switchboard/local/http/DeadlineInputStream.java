package dev.switchboard.local.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The input of a socket with a deadline for everything that is read, so that a client that sends a byte now and then does not hold
 * a connection.
 */
final class DeadlineInputStream extends FilterInputStream {
    private final Socket socket;
    private long end;

    DeadlineInputStream(Socket socket) throws IOException {
        super(socket.getInputStream());
        this.socket = socket;
    }

    /** Sets the deadline for the reads that follow. */
    void expectWithin(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        limit();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        limit();
        return super.read(bytes, offset, length);
    }

    private void limit() throws IOException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, millis));
    }
}
