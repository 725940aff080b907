package dev.switchboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * A real engine behind the provisioned capacity of a table, as DynamoDB enforces it: a request is rejected while the capacity is used up,
 * and of a batch write only as many items are processed as there are units left. A read may use more than is left, which the following ones
 * pay for.
 */
public final class CappedDynamoDbServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> READS = Set.of("Scan", "Query", "GetItem", "BatchGetItem");
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");
    private static final String OTHER = "/other";
    private final URI engine;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Bucket reads;
    private final Bucket writes;
    private volatile boolean enforced;

    /** The capacity of one kind, which holds at most what is provisioned for some seconds. It is empty at first. */
    public static final class Bucket {
        private final double perSecond;
        private final double most;
        private double tokens;
        private long filled = System.nanoTime();
        private double consumed;
        private long throttled;
        private long first;
        private long last;
        private double operation;
        private double beforeLast;

        Bucket(double perSecond, double burstSeconds) {
            this.perSecond = perSecond;
            most = perSecond * burstSeconds;
        }

        synchronized double left() {
            long now = System.nanoTime();
            tokens = Math.min(most, tokens + (now - filled) / 1e9 * perSecond);
            filled = now;
            return tokens;
        }

        synchronized void partly() {
            throttled++;
        }

        synchronized boolean admits() {
            if (left() <= 0) {
                throttled++;
                return false;
            }
            return true;
        }

        synchronized void charge(double units, boolean other) {
            left();
            tokens -= units;
            consumed += units;
            if (!other) {
                last = System.nanoTime();
                first = first == 0 ? last : first;
                beforeLast = operation;
                operation += units;
            }
        }

        /**
         * The part of the capacity that the bulk operation used, between its first and its last request: the last one is not counted, because it
         * was paid for by the time after it. What another client used is not counted.
         */
        public synchronized double utilization() {
            return last == first ? 0 : beforeLast / perSecond / ((last - first) / 1e9);
        }

        /** The capacity units that were used. */
        public synchronized double consumed() {
            return consumed;
        }

        /** How many requests were rejected, or a part of them. */
        public synchronized long throttled() {
            return throttled;
        }

        synchronized void reset() {
            tokens = Math.min(0, left());
            consumed = 0;
            throttled = 0;
            first = 0;
            last = 0;
            operation = 0;
            beforeLast = 0;
        }
    }

    /**
     * @param unitsPerSecond the read and the write capacity
     * @param burstSeconds how much unused capacity is kept; DynamoDB keeps that of 300 seconds
     */
    public CappedDynamoDbServer(URI engine, double unitsPerSecond, double burstSeconds) {
        this.engine = engine;
        reads = new Bucket(unitsPerSecond, burstSeconds);
        writes = new Bucket(unitsPerSecond, burstSeconds);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Enforces the capacity from now on, and begins to measure with nothing saved up. */
    public void enforce() {
        reads.reset();
        writes.reset();
        enforced = true;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The address for another client, which uses the same capacity. */
    public URI otherUri() {
        return uri().resolve(OTHER);
    }

    public Bucket reads() {
        return reads;
    }

    public Bucket writes() {
        return writes;
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String operation = target.substring(target.indexOf('.') + 1);
        Bucket bucket = !enforced ? null : READS.contains(operation) ? reads : WRITES.contains(operation) ? writes : null;
        if (bucket == null) {
            HttpResponse<byte[]> answer = forward(target, body);
            answer(exchange, answer.statusCode(), answer.body());
            return;
        }
        if (!bucket.admits()) {
            answer(exchange, 400, JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("__type", "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException")
                    .put("message", "The level of configured provisioned throughput for the table was exceeded.")));
            return;
        }
        ObjectNode request = (ObjectNode) JSON.readTree(body);
        ObjectNode rest =
                operation.equals("BatchWriteItem") ? split(request, (int) Math.max(1, Math.ceil(bucket.left()))) : JSON.createObjectNode();
        request.put("ReturnConsumedCapacity", "TOTAL");
        HttpResponse<byte[]> answer = forward(target, JSON.writeValueAsBytes(request));
        if (answer.statusCode() != 200) {
            answer(exchange, answer.statusCode(), answer.body());
            return;
        }
        ObjectNode done = (ObjectNode) JSON.readTree(answer.body());
        double units = 0;
        for (JsonNode each : done.findValues("CapacityUnits")) {
            units += each.asDouble();
        }
        bucket.charge(units, exchange.getRequestURI().getPath().startsWith(OTHER));
        if (!rest.isEmpty()) {
            done.set("UnprocessedItems", rest);
            bucket.partly();
        }
        answer(exchange, 200, JSON.writeValueAsBytes(done));
    }

    /** Leaves that many writes in a batch, and returns the rest. */
    private static ObjectNode split(ObjectNode request, int most) {
        ObjectNode rest = JSON.createObjectNode();
        ObjectNode tables = (ObjectNode) request.get("RequestItems");
        tables.properties().forEach(table -> {
            ArrayNode all = (ArrayNode) table.getValue();
            ArrayNode left = JSON.createArrayNode();
            while (all.size() > most) {
                left.add(all.remove(all.size() - 1));
            }
            if (!left.isEmpty()) {
                rest.set(table.getKey(), left);
            }
        });
        return rest;
    }

    private HttpResponse<byte[]> forward(String target, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(engine.resolve("/"))
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, "
                        + "SignedHeaders=host, Signature=0")
                .header("X-Amz-Date", "20260101T000000Z")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
