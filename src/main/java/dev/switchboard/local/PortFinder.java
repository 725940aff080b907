package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds a free port. */
final class PortFinder {
    private static final int TRIES = 100;

    private PortFinder() {}

    /**
     * Returns the first free port, starting at the preferred one.
     *
     * @throws OperationFailedException if the first hundred ports are all in use
     */
    static int freeFrom(int preferred) {
        for (int port = preferred; port < preferred + TRIES; port++) {
            if (free(port)) {
                return port;
            }
        }
        Messages text = Messages.of(PortFinder.class);
        throw new OperationFailedException(
                text.get("port.none", String.valueOf(preferred), String.valueOf(preferred + TRIES - 1)), text.get("port.none.remedy"));
    }

    static boolean free(int port) {
        return free(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    static boolean free(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
