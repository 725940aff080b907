package dev.switchboard.local.userpool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.local.http.LoopbackServer;
import dev.switchboard.local.http.RequestBody;
import dev.switchboard.local.http.RequestHead;
import dev.switchboard.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;

/**
 * Serves a user pool over HTTP on the loopback address with Cognito's JSON protocol, so that dev uses the same client as prd.
 * Read-only: to change the user pool, edit its file and restart. Web pages cannot read it, see {@link LoopbackServer}.
 */
public final class UserPoolServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private static final long LARGEST_REQUEST = 1_000_000;
    private final PoolFile pool;
    private final UserPoolRequestHandler requests;
    private final LoopbackServer server;
    private final int port;

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
            server = new LoopbackServer(client -> this::handle, LARGEST_REQUEST);
            port = server.listen(0);
        } catch (IOException e) {
            Messages text = Messages.of(UserPoolServer.class);
            throw new OperationFailedException(text.get("pool.no-port"), text.get("pool.no-port.remedy"), e);
        }
    }

    /** The endpoint URL. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The ID of the user pool that it serves. */
    public String poolId() {
        return pool.poolId();
    }

    private void handle(RequestHead head, RequestBody body, OutputStream out) throws IOException {
        byte[] request = body.readAllBytes();
        String target = head.first("x-amz-target");
        try {
            if (!target.startsWith(TARGET)) {
                throw new UserPoolException("UnknownOperationException", "The operation " + target + " was not found.");
            }
            send(out, head, "200 OK", "", requests.handle(target.substring(TARGET.length()), read(request)));
        } catch (UserPoolException e) {
            ObjectNode error = JSON.createObjectNode();
            error.put("__type", e.code()).put("message", e.getMessage());
            send(out, head, "400 Bad Request", "x-amzn-errortype: " + e.code() + "\r\n", error);
        }
    }

    private static JsonNode read(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw (UserPoolException) new UserPoolException("SerializationException", "The body is not JSON.").initCause(e);
        }
    }

    private static void send(OutputStream out, RequestHead head, String status, String header, ObjectNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        String start = "HTTP/1.1 " + status + "\r\nContent-Type: application/x-amz-json-1.1\r\nX-Content-Type-Options: nosniff\r\n" + header
                + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream(start.length() + body.length);
        whole.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
        if (!head.method().equals("HEAD")) {
            whole.writeBytes(body);
        }
        whole.writeTo(out);
    }

    /** Stops the server immediately. */
    @Override
    public void close() {
        server.close();
    }
}
