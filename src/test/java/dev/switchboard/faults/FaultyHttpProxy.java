package dev.switchboard.faults;

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
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stands between a client and an engine that speaks AWS's JSON, and does to certain operations what a bad network or a busy server does. */
final class FaultyHttpProxy implements AutoCloseable {
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection", "expect", "upgrade");
    private static final long DELAY_MILLIS = 150;
    private final URI engine;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch met = new CountDownLatch(1);
    private Fault fault = Fault.DELAY;
    private Set<String> operations = Set.of();
    private int spared;
    private int left;

    FaultyHttpProxy(URI engine) throws IOException {
        this.engine = engine;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * From now on this happens to these operations.
     *
     * @param sparing so many of them are let through first
     * @param times how often it happens before all is well again
     */
    synchronized void happen(Fault what, Set<String> to, int sparing, int times) {
        fault = what;
        operations = to;
        spared = sparing;
        left = times;
    }

    /** All is well again. */
    synchronized void heal() {
        left = 0;
    }

    /** Waits until the fault has met a request, for as long as that takes. */
    void awaitMet() {
        try {
            met.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same, for so many seconds. */
    boolean awaitMet(long seconds) throws InterruptedException {
        return met.await(seconds, TimeUnit.SECONDS);
    }

    private synchronized boolean strikes(String operation) {
        if (!operations.contains(operation) || left == 0) {
            return false;
        }
        if (spared > 0) {
            spared--;
            return false;
        }
        left--;
        met.countDown();
        return true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        if (strikes(target.substring(target.indexOf('.') + 1))) {
            strike(exchange, body);
        } else {
            HttpResponse<byte[]> answer = forward(exchange, body);
            answer(exchange, answer.statusCode(), answer.body());
        }
        exchange.close();
    }

    private void strike(HttpExchange exchange, byte[] body) throws IOException {
        switch (fault) {
            case DELAY -> {
                pause(DELAY_MILLIS);
                HttpResponse<byte[]> answer = forward(exchange, body);
                answer(exchange, answer.statusCode(), answer.body());
            }
            case CUT_BEFORE -> {}
            case CUT_AFTER -> forward(exchange, body);
            case THROTTLED -> answer(exchange, 400, busy(exchange));
            case UNPROCESSED -> answer(exchange, 200, unprocessed(body));
            case ERROR_500 -> answer(exchange, 500, "{\"__type\":\"com.amazonaws#InternalServerError\",\"message\":\"oops\"}");
            case ERROR_503 -> answer(exchange, 503, "");
            case TRUNCATED -> {
                HttpResponse<byte[]> answer = forward(exchange, body);
                exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(Arrays.copyOf(answer.body(), answer.body().length / 2));
                exchange.getResponseBody().flush();
            }
            case PORTAL -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                byte[] page = "<html><body>Please accept our terms</body></html>".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
            case SILENT -> pause(TimeUnit.MINUTES.toMillis(5));
        }
    }

    /** Until the time is over or this is closed. */
    private void pause(long millis) {
        try {
            var _ = closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String busy(HttpExchange exchange) {
        boolean cognito = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")).contains("Cognito");
        return cognito
                ? "{\"__type\":\"TooManyRequestsException\",\"message\":\"slow down\"}"
                : "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\",\"message\":\"slow down\"}";
    }

    /** As if none of the writes had been taken. */
    private static String unprocessed(byte[] request) {
        String text = new String(request, StandardCharsets.UTF_8);
        int items = text.indexOf("\"RequestItems\":") + "\"RequestItems\":".length();
        int depth = 0;
        boolean quoted = false;
        for (int i = items; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return "{\"UnprocessedItems\":" + text.substring(items, i + 1) + "}";
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(engine.resolve("/")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
        client.close();
    }
}
