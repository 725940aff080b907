package dev.switchboard.local;

import dev.switchboard.local.http.EngineForwarder;
import dev.switchboard.local.http.LoopbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The server through which this console and other tools use the home's local DynamoDB, because the engine itself accepts the
 * requests of any web page. Each console runs a guard of its own, so the end of one console does not concern the clients of another.
 *
 * <p>What is kept out: web pages, including those whose host name resolves to this computer, and oversized or endless requests. What
 * is not: other programs of this computer, which can use the engine without a password, as with any local DynamoDB.
 *
 * <p>The first console has the home's port, which other tools use. The guards of the others listen on ports of their own until the
 * home's port is free.
 */
final class DynamoDbGuard implements AutoCloseable {
    /** BatchWriteItem accepts 16 MB, and JSON takes up to half as much again. */
    private static final long LARGEST_REQUEST = 24_000_000;
    private static final Duration TAKEOVER_INTERVAL = Duration.ofMillis(500);
    /** A probe that looks for another program's DynamoDB has this header, and a guard does not answer it. */
    static final String PROBE_HEADER = "X-Switchboard-Probe";

    private final LoopbackServer server;
    private final int port;
    private final @Nullable Thread takeover;

    /**
     * Starts a guard.
     *
     * @param options whether it listens on a port of one's choice, or the next free one, or on the home's port
     * @param publisher is told the endpoint, and the one on the home's port as soon as this guard listens there too
     */
    DynamoDbGuard(LocalFolder folder, LocalOptions options, Consumer<URI> publisher) throws IOException {
        server = new LoopbackServer(client -> new EngineForwarder(client, () -> engine(folder), PROBE_HEADER), LARGEST_REQUEST);
        if (options.dynamoDbPort() != 0) {
            port = server.listen(PortFinder.freeFrom(options.dynamoDbPort()));
            takeover = null;
        } else {
            int homePort = HomePort.of(folder.dynamoDbPort());
            port = PortFinder.free(homePort) ? server.listen(homePort) : server.listen(0);
            takeover = port == homePort ? null : Thread.ofVirtual().name("home port").start(() -> takeOver(homePort, publisher));
        }
        publisher.accept(endpoint());
    }

    private void takeOver(int homePort, Consumer<URI> publisher) {
        while (!server.isClosed()) {
            try {
                Thread.sleep(TAKEOVER_INTERVAL);
                server.listen(homePort);
                publisher.accept(endpoint(homePort));
                return;
            } catch (IOException e) {
                // another console still has it
            } catch (InterruptedException e) {
                return; // the guard was closed
            }
        }
    }

    /** The engine as its run file says now, because another console may have started it again. */
    private static Optional<InetSocketAddress> engine(LocalFolder folder) {
        try {
            return EngineProcess.read(folder.runFile(Engine.DYNAMODB))
                    .map(running -> new InetSocketAddress(InetAddress.ofLiteral(running.host()), running.port()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The endpoint that the clients of this console use. */
    URI endpoint() {
        return endpoint(port);
    }

    private static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        if (takeover != null) {
            takeover.interrupt();
        }
        server.close();
    }
}
