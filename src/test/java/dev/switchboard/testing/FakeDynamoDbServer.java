package dev.switchboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers as a test tells it to, for what no engine ever does: unprocessed items, throttling, states that last, silence. */
public final class FakeDynamoDbServer implements AutoCloseable {
    public record Answer(int status, String body) {
        public static Answer ok(String body) {
            return new Answer(200, body);
        }

        public static Answer error(String code) {
            return new Answer(400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + code + "\",\"message\":\"told to\"}");
        }
    }

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLE = "{\"Table\":{\"TableName\":\"t\",\"TableStatus\":\"ACTIVE\",\"TableArn\":\"arn:t\","
            + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}],"
            + "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}]}}";
    private final HttpServer server;
    private final Map<String, Function<JsonNode, Answer>> answers = new ConcurrentHashMap<>();

    public FakeDynamoDbServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        on("DescribeTable", request -> Answer.ok(TABLE));
        on("BatchGetItem", request -> Answer.ok("{\"Responses\":{\"t\":[]}}"));
    }

    public FakeDynamoDbServer on(String operation, Function<JsonNode, Answer> answer) {
        answers.put(operation, answer);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String operation = target.substring(target.indexOf('.') + 1);
        Answer answer = answers.getOrDefault(operation, r -> Answer.error("UnknownOperationException")).apply(request);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
