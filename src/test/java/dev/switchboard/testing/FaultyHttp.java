package dev.switchboard.testing;

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
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between a client and an engine of the AWS JSON protocol, on which one operation fares badly for some times or for ever. */
public final class FaultyHttp implements AutoCloseable {
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection", "expect", "upgrade");
    private final URI engine;
    private final String operation;
    private final Fault fault;
    private final int first;
    private final int times;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param operation what it strikes, such as {@code Scan}
     * @param first how many of them pass before the first is struck
     * @param times how many are struck
     */
    public FaultyHttp(URI engine, String operation, Fault fault, int first, int times) {
        this.engine = engine;
        this.operation = operation;
        this.fault = fault;
        this.first = first;
        this.times = times;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many requests were struck so far. */
    public int struck() {
        return struck.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        boolean concerned = target.substring(target.indexOf('.') + 1).equals(operation);
        int number = concerned ? seen.getAndIncrement() : -1;
        try (exchange) {
            if (number < first || number - first >= times) {
                pass(exchange, forward(exchange, body));
            } else {
                struck.incrementAndGet();
                strike(exchange, body);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void strike(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        switch (fault) {
            case DELAY -> {
                closed.await(300, TimeUnit.MILLISECONDS);
                pass(exchange, forward(exchange, body));
            }
            case CUT_BEFORE -> exchange.close();
            case CUT_AFTER -> {
                forward(exchange, body);
                exchange.close();
            }
            case THROTTLE -> answer(exchange, 400, "{\"__type\":\"" + throttle() + "\",\"message\":\"Too many of them\"}");
            case UNPROCESSED -> {
                String request = new String(body, StandardCharsets.UTF_8);
                int items = request.indexOf("\"RequestItems\":") + "\"RequestItems\":".length();
                answer(exchange, 200, "{\"UnprocessedItems\":" + object(request.substring(items)) + "}");
            }
            case ERROR_500 -> answer(exchange, 500, "{\"__type\":\"InternalServerError\",\"message\":\"It broke\"}");
            case ERROR_503 -> answer(exchange, 503, "{\"__type\":\"ServiceUnavailable\",\"message\":\"Not now\"}");
            case TRUNCATE -> {
                byte[] whole = forward(exchange, body).body();
                exchange.sendResponseHeaders(200, whole.length + 1L);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case PORTAL -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                send(exchange, 200, "<html><body>Welcome to the hotel. Please log in.</body></html>".getBytes(StandardCharsets.UTF_8));
            }
            case STALL -> closed.await();
        }
    }

    private String throttle() {
        return operation.equals("ListUsers")
                ? "TooManyRequestsException"
                : "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException";
    }

    /** The JSON object at the beginning of a text. */
    private static String object(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return text.substring(0, i + 1);
            }
        }
        throw new IllegalArgumentException(text);
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(engine.resolve("/")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void pass(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        send(exchange, answer.statusCode(), answer.body());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        client.shutdownNow();
    }
}
