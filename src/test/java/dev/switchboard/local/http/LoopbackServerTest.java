package dev.switchboard.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.RawHttpClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that do not end, with timeouts that a test can wait for. */
@Timeout(30)
class LoopbackServerTest {
    private final AtomicInteger answered = new AtomicInteger();
    private final RequestTimeouts timeouts = new RequestTimeouts(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(300));
    private final LoopbackServer server = new LoopbackServer(client -> (head, body, out) -> {
        byte[] bytes = body.readAllBytes();
        answered.incrementAndGet();
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Bytes: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }, 1000, timeouts);
    private int port;
    private RawHttpClient client;

    @BeforeEach
    void listen() throws Exception {
        port = server.listen(0);
        client = new RawHttpClient(URI.create("http://127.0.0.1:" + port));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String head(String... lines) {
        return "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
    }

    @Test
    void aBodyThatIsShorterThanItsLengthEndsTheRequest() throws Exception {
        assertThat(client.send(head("Content-Length: 500") + "short")).startsWith("HTTP/1.1 408 ");
        assertThat(answered).hasValue(0);
    }

    @Test
    void aBodyThatIsLongerThanItsLengthIsNoPartOfTheRequest() throws Exception {
        assertThat(client.send(head("Content-Length: 2") + "{}DELETE")).contains("X-Bytes: 2").contains("HTTP/1.1 408 ");
        assertThat(answered).hasValue(1);
    }

    @Test
    void chunksWithoutAnEndAreRefused() throws Exception {
        assertThat(client.send(head("Transfer-Encoding: chunked") + "2\r\n{}\r\n")).startsWith("HTTP/1.1 408 ");
        assertThat(client.send(head("Transfer-Encoding: chunked") + "3e8\r\n" + "x".repeat(1000) + "\r\n1\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(client.send(head("Transfer-Encoding: chunked") + "ffffffff\r\n")).startsWith("HTTP/1.1 413 ");
        for (String bad : new String[] {"-1\r\n", "g\r\n", "\r\n", "1 \r\n", "1\r\nxx\r\n", "fffffffff\r\n", "0\r\nX: 1\r\n\r\n"}) {
            assertThat(client.send(head("Transfer-Encoding: chunked") + bad)).as(bad).startsWith("HTTP/1.1 400 ");
        }
        assertThat(answered).hasValue(0);
    }

    @Test
    void aClientThatSendsAByteNowAndThenIsDisconnected() throws Exception {
        String head = "POST / HTTP/1.1\r\nHost: ";
        String answer = client.send(out -> {
            for (int i = 0; i < 1000; i++) {
                out.write(i < head.length() ? head.charAt(i) : 'x');
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        });
        assertThat(answer).matches("(?s)|HTTP/1.1 408 .*");
        assertThat(answered).hasValue(0);
    }

    @Test
    void aConnectionServesSeveralRequestsAndIsClosedWhenIdle() throws Exception {
        String request = head("Content-Length: 2") + "{}";
        assertThat(client.send(request + request + request).split("X-Bytes: 2", -1)).hasSize(4);
        assertThat(answered).hasValue(3);
    }

    @Test
    void headersHaveALimit() throws Exception {
        assertThat(client.send(head("X: " + "x".repeat(70_000)))).startsWith("HTTP/1.1 400 ");
        assertThat(client.send(head("X: 1\r\n".repeat(101) + "Y: 1"))).startsWith("HTTP/1.1 400 ");
    }
}
