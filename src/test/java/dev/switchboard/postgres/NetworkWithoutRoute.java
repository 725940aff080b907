package dev.switchboard.postgres;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address to which this machine knows no way. Which one that is depends on its network. */
final class NetworkWithoutRoute {
    private static final List<String> CANDIDATES = List.of("[2001:db8::1]", "[fe80::1]", "240.0.0.1", "198.51.100.1", "255.255.255.255");
    private static final int PATIENCE_MILLIS = 500;

    private NetworkWithoutRoute() {}

    /** As a URL writes it; null where this machine sends everything somewhere. */
    static @Nullable String host() {
        return CANDIDATES.stream().filter(NetworkWithoutRoute::hasNoRoute).findFirst().orElse(null);
    }

    private static boolean hasNoRoute(String host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), 5432), PATIENCE_MILLIS);
            return false;
        } catch (NoRouteToHostException e) {
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (SocketException e) {
            return String.valueOf(e.getMessage()).contains("unreachable");
        } catch (IOException e) {
            return false;
        }
    }
}
