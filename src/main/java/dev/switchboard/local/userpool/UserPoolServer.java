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
 * Serves a user pool over HTTP on loopback in Cognito's JSON protocol, so that dev speaks to it through the same client as prd
 * does to AWS. It reads only; the pool is changed by changing its file and starting again.
 */
public final class UserPoolServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private final PoolFile pool;
    private final UserPoolRequestHandler answers;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Serves the pool of a file, made from the bundled one where there is none.
     *
     * @throws dev.switchboard.failure.InvalidInputException where the file is no such pool
     */
    public UserPoolServer(Path file) {
        this(PoolFile.readOrCreate(file), limit -> limit);
    }

    /**
     * Serves a pool.
     *
     * @param pageSizes how many rows a page holds of the limit asked for; Cognito may give fewer, even none, and so can this
     */
    public UserPoolServer(PoolFile pool, IntUnaryOperator pageSizes) {
        this.pool = pool;
        answers = new UserPoolRequestHandler(pool, pageSizes);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            Messages text = Messages.of(UserPoolServer.class);
            throw new OperationFailedException(text.get("pool.no-port"), text.get("pool.no-port.remedy"), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The id of the pool that it serves. */
    public String poolId() {
        return pool.poolId();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            try {
                if (!target.startsWith(TARGET)) {
                    throw new UserPoolException("UnknownOperationException", "There is no operation " + target + " here.");
                }
                send(exchange, 200, answers.answer(target.substring(TARGET.length()), read(body)));
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

    /** Stops serving at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
