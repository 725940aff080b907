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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Stands between a client and a real engine: does something before an operation reaches it, or loses the answer of one. */
public final class InterceptingProxy implements AutoCloseable {
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection", "expect", "upgrade");
    private static final Pattern STATEMENT = Pattern.compile("(?<!\\\\)\"Statement\":\"(SELECT )?", Pattern.CASE_INSENSITIVE);
    private final URI engine;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<String>> instead = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<String>> changed = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, String>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final List<String> arrived = new CopyOnWriteArrayList<>();

    public InterceptingProxy(URI engine) {
        this.engine = engine;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    /** Does something once, before the next such operation reaches the engine. */
    public void before(String operation, Runnable action) {
        before.put(operation, action);
    }

    /** Answers all such operations from now on, each with what is made of its body; the engine never sees them. */
    public void instead(String operation, UnaryOperator<String> answer) {
        instead.put(operation, answer);
    }

    /** Refuses all such operations from now on with an error of this code; the engine never sees them. */
    public void refuse(String operation, String code) {
        refused.put(operation, code);
    }

    /** Lets such operations through again. */
    public void accept(String operation) {
        refused.remove(operation);
    }

    /** Changes the engine's answer to all such operations from now on. */
    public void change(String operation, UnaryOperator<String> answer) {
        changed.put(operation, answer);
    }

    /** Tells of each operation and its body before it reaches the engine. */
    public void watch(BiConsumer<String, String> watcher) {
        watchers.add(watcher);
    }

    /** Lets the engine do the next such operation, and its answer never arrives. */
    public void loseAnswer(String operation) {
        lost.add(operation);
    }

    /** Whether a request contains PartiQL statements, which all read. */
    private static boolean reads(String body) {
        List<MatchResult> statements = STATEMENT.matcher(body).results().toList();
        return !statements.isEmpty() && statements.stream().allMatch(statement -> statement.group(1) != null);
    }

    /** The operations that came, in that order; those of PartiQL statements that only read with the word SELECT. */
    public List<String> arrived() {
        return List.copyOf(arrived);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Waits until the engine has answered everything that has arrived, also for a client that is gone. */
    public void awaitIdle() {
        while (underWay.get() > 0) {
            Thread.onSpinWait();
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try {
            forwarded(exchange);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void forwarded(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String operation = target.substring(target.indexOf('.') + 1);
        String text = new String(body, StandardCharsets.UTF_8);
        watchers.forEach(watcher -> watcher.accept(operation, text));
        arrived.add(operation + (reads(text) ? " SELECT" : ""));
        Runnable action = before.remove(operation);
        if (action != null) {
            action.run();
        }
        String code = refused.get(operation);
        if (code != null) {
            answer(exchange, 400, FakeDynamoDbServer.Answer.error(code).body().getBytes(StandardCharsets.UTF_8));
            return;
        }
        UnaryOperator<String> own = instead.get(operation);
        if (own != null) {
            answer(exchange, 200, own.apply(text).getBytes(StandardCharsets.UTF_8));
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(engine.resolve("/")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (lost.remove(operation)) {
            exchange.close();
            return;
        }
        UnaryOperator<String> change = changed.get(operation);
        byte[] answered = answer.body();
        answer(exchange, answer.statusCode(), change == null
                ? answered
                : change.apply(new String(answered, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
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
