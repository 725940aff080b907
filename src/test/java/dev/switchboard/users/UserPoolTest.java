package dev.switchboard.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.local.userpool.PoolFile;
import dev.switchboard.local.userpool.UserPoolServer;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.testing.TestPoolUsers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Row {@code cognito/list-users}: every page; users without a handle listed as such; works while the pool changes. */
class UserPoolTest {
    private static PoolFile pool(int logins) {
        return new PoolFile("local_pool1", "people", IntStream.range(0, logins)
                .mapToObj(i -> TestPoolUsers.of("sub-" + i, i % 10 == 0 ? null : "user" + i))
                .toList());
    }

    private static List<PoolUser> all(PoolFile file, java.util.function.IntUnaryOperator pageSizes) {
        try (UserPoolServer server = new UserPoolServer(file, pageSizes);
                PoolFixture fixture = new PoolFixture(server.endpoint(), server.poolId())) {
            return fixture.pool.all(Progress.NONE);
        }
    }

    @Test
    void everyPageIsReadAndThoseWithoutAHandleAreListed() {
        List<PoolUser> users = all(pool(1_000), limit -> limit);
        assertThat(users).hasSize(1_000).extracting(PoolUser::cognitoSub).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(users).filteredOn(user -> user.handle() == null).hasSize(100);
    }

    @Test
    void aShortOrEmptyPageWithATokenDoesNotEndTheList() {
        AtomicInteger page = new AtomicInteger();
        assertThat(all(pool(200), limit -> page.getAndIncrement() % 3 == 1 ? 0 : 17)).hasSize(200);
    }

    @Test
    void anEmptyPoolIsAnEmptyList() {
        assertThat(all(pool(0), limit -> limit)).isEmpty();
    }

    @Test
    void thePoolIsDescribed() {
        try (UserPoolServer server = new UserPoolServer(pool(3), limit -> limit);
                PoolFixture fixture = new PoolFixture(server.endpoint(), server.poolId())) {
            assertThat(fixture.pool.describe()).contains("people").contains("local_pool1").contains("about 3 users");
        }
    }

    @Test
    void aTokenThatComesAgainEndsInAnErrorAndNotInALoop() throws IOException {
        try (StubUserPool answers = new StubUserPool(call -> "{\"Users\":[],\"PaginationToken\":\"again\"}");
                PoolFixture fixture = new PoolFixture(answers.endpoint(), "p_1")) {
            assertThatThrownBy(() -> fixture.pool.all(Progress.NONE))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("same page twice");
            assertThat(answers.calls.get()).isEqualTo(2);
        }
    }

    @Test
    void tooManyRequestsAreWaitedFor() throws IOException {
        try (StubUserPool answers = new StubUserPool(call -> call <= 4 ? null : "{\"Users\":[{\"Username\":\"ada\"}]}");
                PoolFixture fixture = new PoolFixture(answers.endpoint(), "p_1")) {
            assertThat(fixture.pool.all(Progress.NONE)).extracting(PoolUser::username).containsExactly("ada");
            assertThat(answers.calls.get()).isEqualTo(5);
        }
    }

    @Test
    void aLoginOnTwoPagesIsListedOnceAndTheRequestAsksForNoSingleAttributes() throws IOException {
        String ada = "{\"Users\":[{\"Username\":\"ada\",\"Attributes\":[{\"Name\":\"sub\",\"Value\":\"s\"}]}]";
        try (StubUserPool answers = new StubUserPool(call -> ada + (call == 1 ? ",\"PaginationToken\":\"next\"}" : "}"));
                PoolFixture fixture = new PoolFixture(answers.endpoint(), "p_1")) {
            assertThat(fixture.pool.all(Progress.NONE)).hasSize(1);
            assertThat(answers.lastBody).contains("\"Limit\":60").contains("\"PaginationToken\":\"next\"")
                    .doesNotContain("AttributesToGet");
        }
    }

    @Test
    void aCancelEndsTheListBetweenPages() throws IOException {
        try (StubUserPool answers = new StubUserPool(call -> "{\"Users\":[],\"PaginationToken\":\"" + call + "\"}");
                PoolFixture fixture = new PoolFixture(answers.endpoint(), "p_1")) {
            Progress afterThree = new Progress() {
                @Override
                public void step(String text) {}

                @Override
                public void advance(long done, long total) {}

                @Override
                public boolean isCancelled() {
                    return answers.calls.get() >= 3;
                }
            };
            assertThatThrownBy(() -> fixture.pool.all(afterThree)).isInstanceOf(OperationCancelledException.class);
            assertThat(answers.calls.get()).isEqualTo(3);
        }
    }

    /** StubUserPool each call with a body of its own, or with TooManyRequestsException where there is none. */
    private static final class StubUserPool implements AutoCloseable {
        final AtomicInteger calls = new AtomicInteger();
        volatile String lastBody = "";
        private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        StubUserPool(IntFunction<String> bodies) throws IOException {
            server.createContext("/", exchange -> answer(exchange, bodies.apply(calls.incrementAndGet())));
            server.start();
        }

        private void answer(HttpExchange exchange, String body) throws IOException {
            try (exchange) {
                lastBody = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String sent = body == null ? "{\"__type\":\"TooManyRequestsException\",\"message\":\"slow down\"}" : body;
                byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
                exchange.sendResponseHeaders(body == null ? 400 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }

        URI endpoint() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
