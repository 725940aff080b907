package dev.switchboard.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.connection.DatabaseConnectionTester;
import dev.switchboard.postgres.connection.PasswordResolver;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.HostRule;
import dev.switchboard.testing.IamAuthenticationProxy;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When and how often the user is prompted for the password of a database. */
@Timeout(60)
class DatabasePasswordPromptTest {
    private static final Sql ONE = new Sql("test", "SELECT 1 AS one");
    private static final PostgresUrl URL = PostgresFixture.freshUrl();
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path home;

    private Database database(PostgresUrl url) {
        PostgresUrl bare = PostgresUrl.parse(url.withoutPassword());
        PasswordResolver passwords = new PasswordResolver(Map.of(), home, place -> {
            asked.add(place.target());
            return answers.poll();
        });
        WriteLock lock = Environment.PRD.policy().newLock(InstantSource.system());
        return new Database(() -> passwords.fill(bare), new WritePermits(lock, TestJournal.dev()), new ActivityLog());
    }

    private Throwable failure(Database database) {
        Throwable thrown = catchThrowable(() -> database.query(ONE, Map.of()));
        assertThat(thrown).isInstanceOf(OperationFailedException.class);
        return thrown;
    }

    @Test
    void aWrongPasswordIsToldBeforeAnybodyIsAskedAgain() {
        answers.addAll(List.of("wrong", URL.password()));
        try (Database database = database(URL)) {
            assertThat(failure(database)).hasMessageContaining("does not accept the password");
            assertThat(asked).hasSize(1);
            assertThat(database.query(ONE, Map.of())).hasSize(1);
            assertThat(database.query(ONE, Map.of())).hasSize(1);
            assertThat(asked).as("the right one is kept as long as the session").hasSize(2);
        }
    }

    @Test
    void aTokenIsMadeAnewForEachConnection() throws Exception {
        PostgresEngine engine = TestEngines.freshDatabase();
        try (Connection connection = TestEngines.connect(engine, engine.database()); Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE let_in_by_the_gate LOGIN");
        }
        HostRule.trust(engine, "let_in_by_the_gate");
        AtomicInteger made = new AtomicInteger();
        try (IamAuthenticationProxy gate = new IamAuthenticationProxy(engine.port(), token -> token.startsWith("token "))) {
            String bare = "postgresql://let_in_by_the_gate@127.0.0.1:" + gate.port() + "/" + engine.database() + "?sslmode=disable";
            PostgresUrl url = PostgresUrl.parse(bare).withPassword(() -> "token " + made.incrementAndGet());
            WriteLock lock = Environment.PRD.policy().newLock(InstantSource.system());
            try (Database database = new Database(() -> url, new WritePermits(lock, TestJournal.dev()), new ActivityLog())) {
                database.inTransaction(outer -> database.query(ONE, Map.of()));
                assertThat(new DatabaseConnectionTester(new ActivityLog()).check(url).reachable()).isTrue();
            }
            assertThat(gate.tokens()).as("two of the pool and one beside it").hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoLetsTheQuestionPassIsAskedAgainTheNextTime() {
        try (Database database = database(URL)) {
            assertThat(failure(database)).hasMessageContaining("requires a password");
            answers.add(URL.password());
            assertThat(database.query(ONE, Map.of())).hasSize(1);
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void aServerThatCannotBeReachedAsksNobodyForThePasswordAgain() throws IOException {
        answers.add("right, for all we know");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Database database = database(PostgresUrl.parse("postgresql://ada@127.0.0.1:" + port + "/d"))) {
            assertThat(failure(database)).hasMessageContaining("nothing listens");
            assertThat(failure(database)).hasMessageContaining("nothing listens");
            assertThat(asked).hasSize(1);
        }
    }
}
