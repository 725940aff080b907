package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Chooses the address that the local DynamoDB listens on behind its guard, see {@link DynamoDbGuard}. A web page can try all ports
 * of 127.0.0.1, so on Linux and Windows, where each address that starts with 127 is one of this computer, the address is random
 * too: there are about 10<sup>11</sup> pairs of address and port. macOS has only 127.0.0.1, so there only the port is random, and a
 * page that finds it can use the engine.
 */
final class EngineAddress {
    /** Below the ports that operating systems use for outgoing connections. */
    static final int FIRST_PORT = 20_000;
    static final int PORTS = 12_000;
    private static final int TRIES = 20;
    private static final int LEAST_BYTE = 1;
    private static final int BYTES = 254;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private EngineAddress() {}

    /** Returns an unused address that cannot be guessed. */
    static InetSocketAddress random(Host host) {
        for (int tries = 0; tries < TRIES; tries++) {
            InetSocketAddress address = new InetSocketAddress(address(host), port());
            if (PortFinder.free(address)) {
                return address;
            }
        }
        Messages text = Messages.of(EngineAddress.class);
        throw new OperationFailedException(
                text.get("port.none", String.valueOf(FIRST_PORT), String.valueOf(FIRST_PORT + PORTS - 1)), text.get("port.none.remedy"));
    }

    /** Returns a random port. */
    static int port() {
        return RANDOM.nextInt(FIRST_PORT, FIRST_PORT + PORTS);
    }

    private static InetAddress address(Host host) {
        byte[] bytes = host.system().equals("darwin")
                ? new byte[] {127, 0, 0, 1}
                : new byte[] {127, octet(), octet(), octet()};
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for a wrong number of bytes
        }
    }

    private static byte octet() {
        return (byte) RANDOM.nextInt(LEAST_BYTE, LEAST_BYTE + BYTES);
    }
}
