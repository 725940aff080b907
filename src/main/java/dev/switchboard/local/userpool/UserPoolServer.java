package dev.switchboard.local.userpool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/**
 * Serves a user pool over HTTP on the loopback address with Cognito's JSON protocol, so that dev uses the same client as prd.
 * Read-only: to change the user pool, edit its file and restart.
 */
public final class UserPoolServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private final PoolFile pool;
    private final UserPoolRequestHandler requests;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Serves the user pool in a file. If the file does not exist, it is created from the bundled user pool.
     *
     * @throws dev.switchboard.failure.InvalidInputException if the file is not a valid user pool file
     */
    public UserPoolServer(Path file) {
        this(PoolFile.readOrCreate(file), limit -> limit);
    }

    /**
     * Serves a user pool.
     *
     * @param pageSizes returns the page size for a requested limit; like Cognito, it may return fewer users, even none
     */
    public UserPoolServer(PoolFile pool, IntUnaryOperator pageSizes) {
        this.pool = pool;
        requests = new UserPoolRequestHandler(pool, pageSizes);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            Messages text = Messages.of(UserPoolServer.class);
            throw new OperationFailedException(text.get("pool.no-port"), text.get("pool.no-port.remedy"), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The endpoint URL. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The ID of the user pool that it serves. */
    public String poolId() {
        return pool.poolId();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            try {
                if (!target.startsWith(TARGET)) {
                    throw new UserPoolException("UnknownOperationException", "The operation " + target + " was not found.");
                }
                send(exchange, 200, requests.handle(target.substring(TARGET.length()), read(body)));
            } catch (UserPoolException e) {
                exchange.getResponseHeaders().set("x-amzn-errortype", e.code());
                ObjectNode error = JSON.createObjectNode();
                error.put("__type", e.code()).put("message", e.getMessage());
                send(exchange, 400, error);
            }
        }
    }

    private static JsonNode read(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw (UserPoolException) new UserPoolException("SerializationException", "The body is not JSON.").initCause(e);
        }
    }

    private static void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Stops the server immediately. */
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
