package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.local.userpool.PoolFile;
import dev.switchboard.testing.TestEngines;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class LocalEnginesTest {
    private LocalHome home;

    @BeforeEach
    void makeHome() throws Exception {
        home = new LocalHome();
    }

    @AfterEach
    void leaveHome() throws Exception {
        home.close();
    }

    static Stream<String> dynamoDbs() {
        return LocalEnginesFixture.titles().stream();
    }

    @ParameterizedTest
    @MethodSource("dynamoDbs")
    void aTableIsThereAgainAfterTheConsoleLeftAndCameBack(String title) {
        try (LocalEngines engines = LocalEnginesFixture.of(home.home(), home.options, title)) {
            createTable(engines.dynamoDb().endpoint(), "kept");
        }
        assertThat(home.processes()).isEmpty();
        try (LocalEngines engines = LocalEnginesFixture.of(home.home(), home.options, title)) {
            DynamoDbEngine engine = engines.dynamoDb();
            assertThat(engine.engine()).startsWith(title);
            assertThat(TestEngines.dynamoDbClient(engine.endpoint()).listTables().tableNames()).containsExactly("kept");
        }
    }

    @Test
    void aDatabaseIsThereAgainAndAsksForItsPasswordAndListensOnLoopbackAlone() throws Exception {
        home.deleteCluster();
        try (LocalEngines engines = home.engines()) {
            PostgresEngine engine = engines.postgres();
            assertThat(engine.engine()).startsWith("PostgreSQL 18.");
            try (Connection connection = TestEngines.connect(engine, "postgres")) {
                connection.createStatement().execute("CREATE DATABASE cruddur");
            }
        }
        assertThat(home.processes()).isEmpty();
        try (LocalEngines engines = home.engines()) {
            PostgresEngine engine = engines.postgres();
            try (Connection connection = TestEngines.connect(engine, engine.database())) {
                assertThat(setting(connection, "fsync")).isEqualTo("on");
                assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(setting(connection, "unix_socket_directories")).isEmpty();
                assertThat(setting(connection, "server_encoding")).isEqualTo("UTF8");
            }
            String url = "jdbc:postgresql://127.0.0.1:" + engine.port() + "/postgres";
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(engine.toString()).doesNotContain(engine.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder().postgresPassword())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondConsoleUsesTheSameEnginesAndTheyLiveUntilTheLastOneLeaves() {
        try (LocalEngines second = home.engines()) {
            DynamoDbEngine dynamoDb;
            PostgresEngine postgres;
            try (LocalEngines first = home.engines()) {
                dynamoDb = first.dynamoDb();
                postgres = first.postgres();
                createTable(dynamoDb.endpoint(), "shared");
                assertThat(tables(second.dynamoDb())).containsExactly("shared");
                assertThat(second.postgres()).isEqualTo(postgres);
            }
            assertThat(second.status()).isEqualTo(new LocalStatus(second.dynamoDb(), postgres, null));
            assertThat(tables(second.dynamoDb())).containsExactly("shared");
        }
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void consolesThatStartAtOnceShareOneEngineOfEachKind() throws Exception {
        try (LocalEngines one = home.engines();
                LocalEngines two = home.engines();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> asks = List.of(one::dynamoDb, two::dynamoDb, one::postgres, two::postgres);
            List<Object> got = threads.invokeAll(asks).stream().map(Future::resultNow).toList();
            assertThat(home.processes().stream().flatMap(process -> process.info().commandLine().stream()))
                    .filteredOn(line -> line.contains("--db-path") || line.contains("-dbPath"))
                    .hasSize(1);
            assertThat(((DynamoDbEngine) got.get(0)).engine()).isEqualTo(((DynamoDbEngine) got.get(1)).engine());
            assertThat(got.get(2)).isEqualTo(got.get(3));
        }
    }

    @Test
    void statusStartsNothingAndStopStopsWhatAnotherConsoleUses() throws Exception {
        try (LocalEngines engines = home.engines()) {
            assertThat(engines.status()).isEqualTo(new LocalStatus(null, null, null));
            assertThat(home.processes()).isEmpty();
            home.console();
            LocalStatus status = engines.status();
            assertThat(status.dynamoDb()).isNotNull();
            assertThat(status.postgres()).isNotNull();
            assertThat(status.userPool().poolId()).isEqualTo("local_switchboard1");
            engines.stop();
            assertThat(engines.status().dynamoDb()).isNull();
            assertThat(engines.status().postgres()).isNull();
            assertThat(engines.dynamoDb().engine()).isEqualTo(status.dynamoDb().engine());
            assertThat(tables(status.dynamoDb())).as("the other console finds the engine that was started again").isEmpty();
        }
    }

    @Test
    void theUserPoolIsServedFromTheHomesFile() {
        try (LocalEngines engines = home.engines()) {
            UserPoolEngine pool = engines.userPool();
            assertThat(engines.userPool()).isEqualTo(pool);
            assertThat(home.folder().userPool()).exists();
            try (CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
                    .endpointOverride(pool.endpoint())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build()) {
                assertThat(client.listUsers(b -> b.userPoolId(pool.poolId())).users())
                        .hasSameSizeAs(PoolFile.readOrCreate(home.folder().userPool()).users());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dynamoDbs")
    void aDynamoDbOfSomebodyElseOnThePreferredPortIsUsedAndLeftAlone(String title) throws Exception {
        // One of another home, without its guard, stands behind a door that shows only what it answers.
        LocalHome other = new LocalHome();
        try (AutoCloseable _ = other::close;
                LocalEngines theirs = LocalEnginesFixture.of(other.home(), other.options, title);
                PortForwarder door = new PortForwarder(other.dynamoDbAddress(theirs));
                LocalEngines engines =
                        new LocalEngines(home.home(), new LocalOptions(door.port(), 0, home.options.postgresPort()))) {
            DynamoDbEngine found = engines.dynamoDb();
            assertThat(found).isEqualTo(new DynamoDbEngine("found", URI.create("http://localhost:" + door.port())));
            assertThat(engines.status().dynamoDb()).isEqualTo(found);
            engines.stop();
            assertThat(DynamoDbProbe.answers(found.endpoint())).isTrue();
            assertThat(Files.list(home.folder().run())).isEmpty();
        }
    }

    @Test
    void anEngineOfAnotherHomeIsNotTakenForSomebodyElses() throws Exception {
        URI theirs = TestEngines.dynamoDb();
        try (LocalEngines engines =
                new LocalEngines(home.home(), new LocalOptions(theirs.getPort(), 0, home.options.postgresPort()))) {
            assertThat(engines.dynamoDb().engine()).isNotEqualTo(DynamoDbEngine.FOUND);
        }
    }

    @Test
    void aWebServerOnThePreferredPortIsNotTakenForDynamoDb() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[] {'o', 'k'});
            }
        });
        web.start();
        int port = web.getAddress().getPort();
        try (LocalEngines engines = new LocalEngines(home.home(), new LocalOptions(port, 0, home.options.postgresPort()))) {
            DynamoDbEngine engine = engines.dynamoDb();
            assertThat(engine.engine()).isNotEqualTo(DynamoDbEngine.FOUND);
        } finally {
            web.stop(0);
        }
    }

    @Test
    @Timeout(60)
    void anEngineWhoseStartEndsAfterTheCloseDoesNotStayBehind() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        LocalEngines engines = LocalEnginesFixture.before(home.home(), home.options, () -> {
            starting.countDown();
            goOn.await();
        });
        FutureTask<DynamoDbEngine> start = new FutureTask<>(engines::dynamoDb);
        Thread.ofPlatform().daemon().start(start);
        starting.await();
        Thread closing = Thread.ofPlatform().daemon().start(engines::close);
        while (!refusesToStart(engines)) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join();
        assertThatThrownBy(start::get).hasCauseInstanceOf(OperationFailedException.class).hasMessageContaining("closed");
        LocalHome.end(home.processes());
        assertThat(home.folder().run()).isEmptyDirectory();
    }

    @Test
    void afterTheCloseNothingIsStartedAndThatIsSaidInWords() {
        LocalEngines engines = home.engines();
        engines.close();
        for (ThrowingCallable start : List.<ThrowingCallable>of(engines::dynamoDb, engines::postgres, engines::userPool)) {
            assertThatThrownBy(start).isInstanceOf(OperationFailedException.class).hasMessageContaining("closed");
        }
        assertThat(home.processes()).isEmpty();
    }

    private static boolean refusesToStart(LocalEngines engines) {
        try {
            engines.userPool();
            return false;
        } catch (IllegalStateException | OperationFailedException e) {
            return true;
        }
    }

    @Test
    void withoutAnyProgramItSaysWhatToDo() {
        try (LocalEngines engines = LocalEnginesFixture.of(home.home(), home.options, "no such program")) {
            assertThatThrownBy(engines::dynamoDb).hasMessageContaining("No local DynamoDB engine was found").hasMessageContaining("PATH");
        }
    }

    private static void createTable(URI endpoint, String name) {
        TestEngines.dynamoDbClient(endpoint).createTable(b -> b.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder().attributeName("pk").attributeType(ScalarAttributeType.S).build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
    }

    private static List<String> tables(DynamoDbEngine engine) {
        return TestEngines.dynamoDbClient(engine.endpoint()).listTables().tableNames();
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
